"""An independent Modbus RTU master for tests: pymodbus on a serial port.

usage: modbus_master.py PORT BAUD PARITY STOPBITS SLAVE

Standard input, one command a line; the answer is one line as well:
    slave N                          whom to ask from now on; 0 is a broadcast
    holding ADDRESS COUNT            function 03
    input ADDRESS COUNT              function 04
    write ADDRESS VALUE              function 06
    writes ADDRESS VALUE [VALUE...]  function 16
    status                           function 07, which drives of ours do not know
Answers: values with blanks between, `done`, `exception N`, `silent`.
"""
import logging
import sys

from pymodbus.client import ModbusSerialClient
from pymodbus.exceptions import ModbusException
from pymodbus.other_message import ReadExceptionStatusRequest
from pymodbus.pdu import ExceptionResponse


def answer(reply):
    if isinstance(reply, ExceptionResponse):
        return f"exception {reply.exception_code}"
    if isinstance(reply, ModbusException) or reply is None or isinstance(reply, (bytes, str)):
        return "silent"
    registers = getattr(reply, "registers", None)
    return " ".join(str(value) for value in registers) if registers else "done"


def obey(client, slave, words):
    numbers = [int(word) for word in words[1:]]
    try:
        if words[0] == "holding":
            return answer(client.read_holding_registers(numbers[0], numbers[1], slave=slave))
        if words[0] == "input":
            return answer(client.read_input_registers(numbers[0], numbers[1], slave=slave))
        if words[0] == "write":
            return answer(client.write_register(numbers[0], numbers[1], slave=slave))
        if words[0] == "writes":
            return answer(client.write_registers(numbers[0], numbers[1:], slave=slave))
        if words[0] == "status":
            return answer(client.execute(ReadExceptionStatusRequest(slave)))
        return f"what is {words[0]}?"
    except ModbusException:
        return "silent"


def main():
    port, baud, parity, stopbits, slave = sys.argv[1:6]
    logging.disable(logging.CRITICAL)
    slave = int(slave)
    client = ModbusSerialClient(
        port, baudrate=int(baud), parity=parity, stopbits=int(stopbits), bytesize=8, timeout=5, retries=0
    )
    if not client.connect():
        sys.exit(f"{port} does not open")
    print("ready", flush=True)
    for line in sys.stdin:
        words = line.split()
        if words[0] == "slave":
            slave = int(words[1])
            print("done", flush=True)
        else:
            print(obey(client, slave, words), flush=True)


main()
