FEAT
AUTH TLS
CLNT lftp/4.9.2
LANG
OPTS UTF8 ON
HOST 127.0.0.1
USER fuzz
PASS Geheim-4711
OPTS MLST type;size;modify;perm;UNIX.mode;
PWD
MKD d
TYPE I
PASV
STOR up.bin
MFMT 20261122010703 up.bin
SIZE up.bin
MDTM up.bin
PASV
RETR up.bin
TYPE A
PASV
LIST
PASV
NLST
RNFR up.bin
RNTO d/w
CWD /d
PASV
MLSD
TYPE I
CWD /
DELE d/w
RMD d
PASV
STOR up.txt
MFMT 20261122010703 up.txt
SIZE up.txt
PASV
RETR up.txt
SITE CHMOD 600 up.txt
SIZE up.txt
MDTM up.txt
PORT @PORT@
RETR up.txt
SITE HELP
QUIT
