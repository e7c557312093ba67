USER fuzz
PASS Geheim-4711
SYST
PWD
TYPE I
SIZE missing
PASV
RETR missing
