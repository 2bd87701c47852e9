#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace actlas::cli {

/// CLI11's help with less of its own jargon: an option is followed by the name of its value and its default, and by
/// nothing else.
class HelpFormatter : public CLI::Formatter {
public:
    HelpFormatter() {
        label("Positionals", "Arguments");
        label("SUBCOMMAND", "COMMAND");
    }

    std::string make_option_opts(const CLI::Option* option) const override {
        const std::string type = option->get_type_name();
        std::string text = type.substr(0, type.find(':')); // what follows describes checks
        if (!text.empty()) text.insert(0, " ");
        return text;
    }

    std::string make_option_desc(const CLI::Option* option) const override {
        std::string text = option->get_description();
        if (!option->get_default_str().empty()) text += " (default: " + option->get_default_str() + ")";
        return text;
    }
};

} // namespace actlas::cli
