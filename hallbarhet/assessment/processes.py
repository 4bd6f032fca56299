"""Which machine this is, and whether a process on it is still alive."""

import os
import re
import socket
import sys


def host_name() -> str:
    """This machine's name, in letters, digits and `-`."""
    return re.sub(r"[^0-9A-Za-z-]+", "-", socket.gethostname()) or "dator"


if sys.platform == "win32":
    import ctypes

    _ASK_ONLY = 0x1000
    _STILL_ACTIVE = 259
    _NOT_ALLOWED = 5

    def is_running(process: int) -> bool:
        """Whether a process of this machine is alive; asked without signal 0, which would end it here."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(_ASK_ONLY, False, process)
        if not handle:
            return ctypes.get_last_error() == _NOT_ALLOWED
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == _STILL_ACTIVE

else:

    def is_running(process: int) -> bool:
        """Whether a process of this machine is alive; one that cannot be asked is taken to be."""
        if process <= 0:
            return False
        try:
            os.kill(process, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return True
