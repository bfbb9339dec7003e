# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session manager that logs out: X Session Management Protocol 1.0, through libSM."""

import ctypes
import queue
import select
import threading
from ctypes import CFUNCTYPE, POINTER, Structure, byref, c_char_p, c_int, c_ulong, c_void_p

ICE = ctypes.CDLL('libICE.so.6')
SM = ctypes.CDLL('libSM.so.6')

SAVE_BOTH = 2
INTERACT_NONE, INTERACT_ANY = 0, 2


class Callback(Structure):
    _fields_ = [('function', c_void_p), ('data', c_void_p)]


# SMlib.h, SmsCallbacks: in the order of their bits in the mask.
REGISTER, INTERACT_REQUEST, INTERACT_DONE, SAVE_REQUEST, PHASE2_REQUEST, SAVE_DONE, CLOSED, \
    SET_PROPERTIES, DELETE_PROPERTIES, GET_PROPERTIES = range(10)
Callbacks = Callback * 10

NEW_CLIENT = CFUNCTYPE(c_int, c_void_p, c_void_p, POINTER(c_ulong), POINTER(Callbacks),
                       POINTER(c_char_p))
TAKES_POINTER = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p)
TAKES_INT = CFUNCTYPE(None, c_void_p, c_void_p, c_int)
TAKES_NOTHING = CFUNCTYPE(None, c_void_p, c_void_p)
TAKES_FIVE = CFUNCTYPE(None, c_void_p, c_void_p, c_int, c_int, c_int, c_int, c_int)
TAKES_LIST = CFUNCTYPE(None, c_void_p, c_void_p, c_int, c_void_p)
ADMIT = CFUNCTYPE(c_int, c_char_p)
IO_ERROR = CFUNCTYPE(None, c_void_p)

ICE.IceAcceptConnection.restype = c_void_p
ICE.IceComposeNetworkIdList.restype = c_char_p
SM.SmsGenerateClientID.restype = c_char_p
SM.SmsGenerateClientID.argtypes = [c_void_p]


class SessionManager:
    """Serves one program at a time: start it with SESSION_MANAGER set to `address`. What happens to it is in
    `events`, as they come: 'registered', 'asks', ('asked', cancelled), 'saved'."""

    def __init__(self):
        self.events = []
        self._orders = queue.Queue()
        self._client = None
        self._over = False
        self._functions = [
            TAKES_POINTER(self._register), TAKES_INT(self._let_ask), TAKES_INT(self._asked),
            TAKES_FIVE(lambda *_: None), TAKES_NOTHING(lambda *_: None),
            TAKES_INT(lambda *_: self.events.append('saved')), TAKES_LIST(lambda *_: None),
            TAKES_LIST(lambda *_: None), TAKES_LIST(lambda *_: None),
            TAKES_NOTHING(lambda *_: None)]
        self._new_client = NEW_CLIENT(self._greet)
        self._admit = ADMIT(lambda _: 1)
        self._io_error = IO_ERROR(lambda _: None)
        ICE.IceSetIOErrorHandler(self._io_error)
        error = ctypes.create_string_buffer(256)
        assert SM.SmsInitialize(b'Tokeni', b'1', self._new_client, None, self._admit,
                                len(error), error), error.value
        getattr(ICE, '_IceTransNoListen', lambda _: None)(b'tcp')
        count, listeners = c_int(), POINTER(c_void_p)()
        assert ICE.IceListenForConnections(byref(count), byref(listeners), len(error),
                                           error), error.value
        self._listeners = {}
        for i in range(count.value):
            listener = c_void_p(listeners[i])
            ICE.IceSetHostBasedAuthProc(listener, self._admit)
            self._listeners[ICE.IceGetListenConnectionNumber(listener)] = listener
        self.address = ICE.IceComposeNetworkIdList(count, listeners).decode()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def log_out(self):
        """Asks the program to save what it has and to let the session end."""
        self._orders.put(lambda: SM.SmsSaveYourself(c_void_p(self._client), SAVE_BOTH, 1,
                                                    INTERACT_ANY, 0))

    def end(self):
        self._over = True
        self._thread.join()

    def _serve(self):
        connections = {}
        while not self._over:
            while not self._orders.empty():
                self._orders.get()()
            ready, _, _ = select.select([*self._listeners, *connections], [], [], 0.05)
            for descriptor in ready:
                if descriptor in self._listeners:
                    status = c_int()
                    connection = ICE.IceAcceptConnection(self._listeners[descriptor],
                                                         byref(status))
                    if connection:
                        number = ICE.IceConnectionNumber(c_void_p(connection))
                        connections[number] = connection
                elif ICE.IceProcessMessages(c_void_p(connections[descriptor]), None, None) != 0:
                    del connections[descriptor]

    def _greet(self, client, _, mask, callbacks, __):
        mask[0] = (1 << len(self._functions)) - 1
        for slot, function in zip(callbacks[0], self._functions):
            slot.function = ctypes.cast(function, c_void_p)
        self._client = client
        return 1

    def _register(self, client, _, __):
        SM.SmsRegisterClientReply(c_void_p(client),
                                  SM.SmsGenerateClientID(c_void_p(client)) or b'1')
        # As the protocol wants it of each new client.
        SM.SmsSaveYourself(c_void_p(client), 1, 0, INTERACT_NONE, 0)
        self.events.append('registered')
        return 1

    def _let_ask(self, client, _, __):
        self.events.append('asks')
        SM.SmsInteract(c_void_p(client))

    def _asked(self, _, __, cancelled):
        self.events.append(('asked', bool(cancelled)))
