#pragma once

#include <string>

namespace actlas::cli {

/// "f", "f′", "f″", "f‴", "f⁽⁴⁾": the derivative of that order.
std::string derivative_symbol(int order);

} // namespace actlas::cli
