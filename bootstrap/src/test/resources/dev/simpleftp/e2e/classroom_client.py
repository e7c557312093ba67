"""The course paper's client: classroom_client.py PORT, a command a line on stdin.

One send for each command, one recv for each answer, and no framing: just as the paper has it.
"""

import socket
import sys

HOST = "127.0.0.1"


def data_connection(control):
    answer = control.recv(1024).decode()
    print(answer.split(" ")[0])
    return socket.create_connection((HOST, int(answer.split(" ")[1])), timeout=30)


def receive_all(control):
    data = data_connection(control)
    content = b""
    while chunk := data.recv(1024):
        content += chunk
    data.close()
    return content


def ls(control, command):
    control.send(command.encode())
    print(control.recv(1024).decode())
    print(receive_all(control).decode())
    control.send(b"FILES LISTED")


def get(control, command):
    control.send(command.encode())
    status = control.recv(1024).decode()
    print(status)
    if status == "SUCCESS":
        with open(command.split(" ", 1)[1], "wb") as file:
            file.write(receive_all(control))
        control.send(b"FILE(S) RECEIVED")
    else:
        control.send(b"FILE(S) NOT RECEIVED")


def put(control, command):
    control.send(command.encode())
    with open(command.split(" ", 1)[1], "rb") as file:
        data = data_connection(control)
        data.sendall(file.read())
        data.close()
    print(control.recv(1024).decode())


def main():
    control = socket.create_connection((HOST, int(sys.argv[1])), timeout=30)
    for command in sys.stdin.read().splitlines():
        if command == "quit":
            control.send(b"quit")
            print("CLOSED" if control.recv(1024) == b"" else "STILL OPEN")
        else:
            {"ls": ls, "get": get, "put": put}[command.split(" ")[0]](control, command)
    control.close()


main()
