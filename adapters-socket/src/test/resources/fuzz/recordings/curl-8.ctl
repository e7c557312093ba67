USER fuzz
PASS Geheim-4711
PWD
EPRT @EPRT@
TYPE I
SIZE up.bin
RETR up.bin
QUIT
