"""The course paper's server: it serves the folder where it is started, one client after the other.

One recv for each command, one send for each answer, and no framing: just as the paper has it.
"""

import os
import socket
import time

HOST = "127.0.0.1"
PAUSE = 0.05


def data_connection(control):
    listener = socket.socket()
    listener.bind((HOST, 0))
    listener.listen(1)
    control.send(f"DATA_PORT {listener.getsockname()[1]}".encode())
    data, _ = listener.accept()
    listener.close()
    return data


def send_all(control, content):
    control.send(b"SUCCESS")
    time.sleep(PAUSE)
    data = data_connection(control)
    data.sendall(content)
    data.close()
    print(control.recv(1024).decode())


def ls(control):
    send_all(control, "\n".join(os.listdir(".")).encode())


def get(control, name):
    if os.path.exists(name):
        with open(name, "rb") as file:
            send_all(control, file.read())
    else:
        control.send(b"FAILURE: File not found")
        print(control.recv(1024).decode())


def put(control, name):
    data = data_connection(control)
    with open(name, "wb") as file:
        while chunk := data.recv(1024):
            file.write(chunk)
    data.close()
    control.send(b"UPLOAD SUCCESS")


def serve(control):
    command = control.recv(1024).decode()
    while command not in ("", "quit"):
        print(command)
        if command == "ls":
            ls(control)
        elif command.startswith("get "):
            get(control, command[4:])
        elif command.startswith("put "):
            put(control, command[4:])
        command = control.recv(1024).decode()
    print(command or "left without a word")
    control.close()


def main():
    server = socket.socket()
    server.bind((HOST, 0))
    server.listen(5)
    print(f"listening on port {server.getsockname()[1]}")
    while True:
        control, _ = server.accept()
        serve(control)


main()
