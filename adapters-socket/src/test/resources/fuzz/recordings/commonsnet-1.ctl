USER fuzz
PASS Geheim-4711
TYPE I
MKD cn
CWD cn
PASV
STOR x
