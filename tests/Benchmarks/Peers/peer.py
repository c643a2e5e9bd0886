"""What every peer has in common: it answers requests, a JSON object a line, on standard output, until standard input ends.

A request names its operation ("op"). The answer is an object, {"error": text} where the operation failed, with "missing": true where that is
because of something that every operation needs: the peer is not asked again then.
"""

import json
import sys


class PeerMissing(Exception):
    """Something that every operation needs is not installed."""


class OperationMissing(Exception):
    """Something that this operation needs is not installed; others may work."""


def serve(answer):
    """Answers every request by a function from a request to an answer."""
    # Whatever a package prints must not reach the answers.
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        try:
            result = answer(json.loads(line))
        except PeerMissing as missing:
            result = {"error": str(missing), "missing": True}
        except OperationMissing as missing:
            result = {"error": str(missing)}
        except Exception as failure:  # noqa: BLE001 - every failure is an answer
            result = {"error": f"{type(failure).__name__}: {failure}"}
        print(json.dumps(result), file=answers, flush=True)
