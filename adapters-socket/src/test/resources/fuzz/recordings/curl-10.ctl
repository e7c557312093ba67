USER fuzz
PASS Geheim-4711
PWD
RNFR up.bin
RNTO b.bin
EPSV
TYPE A
LIST
QUIT
