USER fuzz
PASS Geheim-4711
PWD
EPSV
TYPE I
APPE up.bin
QUIT
