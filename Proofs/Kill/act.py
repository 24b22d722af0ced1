"""One thing that a client asks for, and what has come of it once it is known to be done."""
import dataclasses
import typing

KEY_IN_USE = "idempotency_key_must_not_be_in_use"
# It cannot reach its database: it may be done or not.
UNAVAILABLE = 503
# Done, and the server was killed before it kept the answer.
ANSWER_LOST = "idempotency_key_must_have_its_answer"


@dataclasses.dataclass
class Act:
    method: str
    path: str
    body: typing.Optional[dict]
    # Called once, with the answer, or with nothing where it was lost.
    then: typing.Callable[[typing.Optional[dict]], None]
    bearer: str
    # The Idempotency-Key, where the call has one.
    key: typing.Optional[str] = None
    # What a repetition is refused with where the first call was done.
    done: str = ANSWER_LOST
    # Whether an answer was missed before.
    is_repeated: bool = False

    def send(self, server, connection=None):
        """Asks. Returns done, unknown, in use, or what went wrong in words."""
        status, answer = server.call(self.method, self.path, self.body, self.bearer, connection, self.key)
        code = answer.get("code") if isinstance(answer, dict) else None
        if status in (200, 201):
            self.then(answer)
        elif status == UNAVAILABLE:
            return "unknown"
        elif self.is_repeated and code == self.done:
            self.then(None)
        elif self.is_repeated and code == KEY_IN_USE:
            return "in use"
        else:
            return f"{self.method} {self.path} {self.body} was answered {status}: {answer}"
        return "done"
