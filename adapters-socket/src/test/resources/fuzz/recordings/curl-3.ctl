USER fuzz
PASS Geheim-4711
PWD
MDTM up.bin
TYPE I
SIZE up.bin
REST 0
QUIT
