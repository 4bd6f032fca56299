"""Programs that tests start and hurt: the app and the line mode on the small checklist, with a clock that stands."""

APP = """
import sys
from datetime import datetime, timezone
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from support.small import small_case, small_checklist
from hallbarhet.tui.app import HallbarhetApp
app = HallbarhetApp(Path(sys.argv[1]), checklist=small_checklist(), case=small_case(),
                    clock=lambda: datetime(2026, 11, 21, 14, 32, tzinfo=timezone.utc))
sys.exit(app.run() or 0)
"""

LINES = """
import sys
from datetime import datetime, timezone
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from support.small import small_checklist
from hallbarhet.linemode.opening import run
record = Path(sys.argv[3]) if len(sys.argv) > 3 else None
sys.exit(run(Path(sys.argv[1]), record=record, checklist=None if record else small_checklist(), source=sys.stdin,
             target=sys.stdout, clock=lambda: datetime(2026, 11, 21, 14, 32, tzinfo=timezone.utc)))
"""

DEAF = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
"""Before a program: as under nohup."""
