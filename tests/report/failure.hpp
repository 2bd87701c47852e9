#pragma once

#include <exception>
#include <string>

/// What the exception that `call` throws says, or "" if it throws none.
template<typename Call>
std::string failure(const Call& call) {
    try {
        call();
    } catch (const std::exception& error) {
        return error.what();
    }
    return {};
}
