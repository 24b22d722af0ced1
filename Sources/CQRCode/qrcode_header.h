// libqrencode, as the system has it.
#pragma once
#include <qrencode.h>
