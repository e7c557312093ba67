USER fuzz
PASS Geheim-4711
SYST
FEAT
TYPE I
EPSV
STOR up.bin
SIZE up.bin
EPSV
RETR up.bin
MDTM up.bin
TYPE A
EPSV
LIST
MKD t
CWD t
PWD
TYPE A
EPSV
STOR up.txt
EPSV
LIST
SIZE up.txt
MDTM up.txt
RNFR up.txt
RNTO v
DELE v
CWD ..
RMD t
SYST
TYPE I
SIZE up.bin
EPSV
REST 5
RETR up.bin
ÿôòABOR
SIZE up.bin
EPRT @EPRT@
RETR up.bin
MDTM up.bin
HELP
QUIT
