USER fuzz
PASS Geheim-4711
PWD
EPSV
TYPE I
STOR up.bin
QUIT
