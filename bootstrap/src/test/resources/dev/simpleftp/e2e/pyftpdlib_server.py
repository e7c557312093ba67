"""pyftpdlib in the foreground: PORT ROOT USER PASSWORD gmt|local [FIRST LAST]."""

import sys

from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import FTPHandler
from pyftpdlib.servers import FTPServer

port, root, user, password, clock = sys.argv[1:6]
authorizer = DummyAuthorizer()
authorizer.add_user(user, password, root, perm="elradfmwMT")


class Handler(FTPHandler):
    pass


Handler.authorizer = authorizer
Handler.auth_failed_timeout = 0
Handler.use_gmt_times = clock == "gmt"
if len(sys.argv) > 6:
    Handler.passive_ports = list(range(int(sys.argv[6]), int(sys.argv[7]) + 1))
FTPServer(("127.0.0.1", int(port)), Handler).serve_forever()
