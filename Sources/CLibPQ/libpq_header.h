// libpq, PostgreSQL's own library for its clients, as the system has it; Debian keeps its header in a folder.
#pragma once
#if __has_include(<postgresql/libpq-fe.h>)
#include <postgresql/libpq-fe.h>
#else
#include <libpq-fe.h>
#endif
