#pragma once
// Catch2 version 2 (Debian 12) and version 3 (elsewhere) behind one include.
#ifdef ACTLAS_CATCH2_V3
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
