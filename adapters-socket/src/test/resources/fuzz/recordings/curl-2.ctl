USER fuzz
PASS Geheim-4711
PWD
EPSV
TYPE I
SIZE up.bin
RETR up.bin
QUIT
