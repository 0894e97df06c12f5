"""An independent Modbus RTU drive for tests and measurements: pymodbus behind a serial port.

usage: modbus_drive.py PORT BAUD PARITY STOPBITS SLAVE

Registers (holding and input alike): 1 set speed, 2 enable, 10 actual speed, 11 current, 12 fault, 20 watchdog.
The actual speed follows the set speed while enabled. Standard input, one command a line:
    refuse on|off      every request is answered with exception 02
    silent on|off      no request is answered
    delay SECONDS      every answer comes later by so much
    reboot             every register becomes 0
    get ADDRESS        prints the register's value
    taken              prints how many bytes of requests were taken from the line and dealt with

Prints "ready" when the port is open. Bytes that are followed by silence before they are a request are thrown away, as
any Modbus drive does.
"""
import logging
import sys
import threading
import time

from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.exceptions import NoSuchSlaveException
from pymodbus.server import StartSerialServer
from pymodbus.transaction import ModbusRtuFramer

SET_SPEED, ENABLE, ACTUAL_SPEED = 1, 2, 10

# Far more than 3.5 characters, since pieces come late on a busy machine.
SILENCE_SECONDS = 0.1


class Framer(ModbusRtuFramer):
    """The framer of pymodbus, which never ends a broken frame by itself: one stray byte would spoil all to come."""

    taken = 0

    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.heard = time.monotonic()
        print("ready", flush=True)  # pymodbus makes its one framer when the port is open

    def processIncomingPacket(self, data, callback, unit, **named):
        if time.monotonic() - self.heard > SILENCE_SECONDS:
            self.resetFrame()
        self.heard = time.monotonic()
        try:
            super().processIncomingPacket(data, callback, unit, **named)
        finally:
            Framer.taken += len(data)


class Drive(ModbusSlaveContext):
    def __init__(self):
        block = ModbusSequentialDataBlock(0, [0] * 64)
        super().__init__(hr=block, ir=block, zero_mode=True)
        self.block = block
        self.refusing = False
        self.silent = False
        self.delay = 0.0

    def validate(self, fc_as_hex, address, count=1):
        if self.silent:
            raise NoSuchSlaveException("silent")
        if self.delay:
            time.sleep(self.delay)
        return not self.refusing and super().validate(fc_as_hex, address, count)

    def setValues(self, fc_as_hex, address, values):
        super().setValues(fc_as_hex, address, values)
        enabled = self.block.getValues(ENABLE)[0] == 1
        speed = self.block.getValues(SET_SPEED)[0] if enabled else 0
        self.block.setValues(ACTUAL_SPEED, [speed])

    def obey(self, line):
        word, _, argument = line.strip().partition(" ")
        if word == "refuse":
            self.refusing = argument == "on"
        elif word == "silent":
            self.silent = argument == "on"
        elif word == "delay":
            self.delay = float(argument)
        elif word == "reboot":
            self.block.setValues(0, [0] * 64)
        elif word == "get":
            print(self.block.getValues(int(argument))[0], flush=True)
            return
        elif word == "taken":
            print(Framer.taken, flush=True)
            return
        print("done", flush=True)


def main():
    port, baud, parity, stopbits, slave = sys.argv[1:6]
    logging.disable(logging.CRITICAL)
    drive = Drive()

    def listen():
        for line in sys.stdin:
            drive.obey(line)

    threading.Thread(target=listen, daemon=True).start()
    StartSerialServer(
        context=ModbusServerContext(slaves={int(slave): drive}, single=False),
        framer=Framer,
        port=port,
        baudrate=int(baud),
        parity=parity,
        bytesize=8,
        stopbits=int(stopbits),
        timeout=0.005,
        ignore_missing_slaves=True,
    )


main()
