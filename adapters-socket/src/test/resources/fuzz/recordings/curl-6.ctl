USER fuzz
PASS Geheim-4711
PWD
CWD d
MKD d
CWD d
CWD e
MKD e
CWD e
EPSV
TYPE A
STOR up.txt
QUIT
