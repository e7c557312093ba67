"""pyftpdlib in the foreground: PORT ROOT USER PASSWORD gmt|local [FIRST LAST] [tls=PEM]."""

import sys

from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import FTPHandler
from pyftpdlib.servers import FTPServer

words = sys.argv[1:]
certificate = words.pop()[4:] if words[-1].startswith("tls=") else None
port, root, user, password, clock = words[:5]
if certificate:
    from pyftpdlib.handlers import TLS_FTPHandler as FTPHandler
authorizer = DummyAuthorizer()
authorizer.add_user(user, password, root, perm="elradfmwMT")


class Handler(FTPHandler):
    pass


Handler.authorizer = authorizer
Handler.auth_failed_timeout = 0
Handler.use_gmt_times = clock == "gmt"
if certificate:
    Handler.certfile = certificate
    Handler.tls_control_required = True
    Handler.tls_data_required = True
if len(words) > 5:
    Handler.passive_ports = list(range(int(words[5]), int(words[6]) + 1))
FTPServer(("127.0.0.1", int(port)), Handler).serve_forever()
