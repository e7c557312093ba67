OPTS UTF8 ON
USER fuzz
PASS Geheim-4711
FEAT
TYPE I
STRU F
OPTS UTF8 ON
OPTS MLST type;size;modify;unique;unix.mode;unix.owner;unix.group;unix.ownername;unix.groupname;
CWD /
MKD b
CWD b
MKD c
CWD c
EPSV
STOR x
EPSV
MLSD
EPSV
RETR x
SIZE x
MDTM x
RNFR x
RNTO y
EPSV
APPE y
EPSV
REST 5
RETR y
CWD /
PWD
CWD b
PWD
EPSV
MLSD
CWD c
EPSV
MLSD
DELE y
CDUP
RMD c
CDUP
RMD /b
CWD /
FEAT
QUIT
