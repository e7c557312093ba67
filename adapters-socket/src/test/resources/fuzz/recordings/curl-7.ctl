USER fuzz
PASS Geheim-4711
PWD
EPSV
TYPE I
SIZE up.bin
REST 100
RETR up.bin
QUIT
