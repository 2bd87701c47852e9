#pragma once

#include "catalogue/activation.hpp"
#include "catalogue/catalogue.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace actlas::cli {

/// What `(ID | --formula TEXT) [--param NAME=VALUE]...` on a command line names.
struct Subject {
    std::string id;
    std::string formula;
    std::vector<std::string> parameters; ///< "NAME=VALUE"
    std::string catalogue;               ///< a folder; empty: the built-in catalogue
};

/// The options --formula, --param and --catalogue and the positional ID.
void add_subject_options(CLI::App& command, Subject& subject);

/// The option --catalogue.
void add_catalogue_option(CLI::App& command, std::string& folder);

/// The catalogue in a folder, or the built-in one where the name is empty.
catalogue::Catalogue open_catalogue(const std::string& folder);

/// The activation that is meant, its parameters set. Throws InputError. Without a catalogue it is opened if it is
/// needed.
catalogue::Activation resolve(const Subject& subject);
catalogue::Activation resolve(const Subject& subject, const catalogue::Catalogue& catalogue);

/// The diagnostic of a fault in a text from the command line, `length` bytes at byte `offset` of it.
Diagnostic fault_in_argument(std::string message, std::string_view argument, std::size_t offset, std::size_t length,
                             std::string hint = "");

/// The comma-separated numbers of an option's value. Throws InputError that points into it.
std::vector<double> parse_numbers(std::string_view option, std::string_view list);

} // namespace actlas::cli
