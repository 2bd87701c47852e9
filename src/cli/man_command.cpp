#include "cli/command_line.hpp"
#include "cli/commands.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace actlas::cli {
namespace {

/// Text for groff: a hyphen that may be copied, and no line that begins like a request.
std::string roff(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool at_start = result.empty() || result.back() == '\n';
        if (at_start && (c == '.' || c == '\'')) result += "\\&";
        if (c == '\\')
            result += "\\e";
        else if (c == '-')
            result += "\\-";
        else if (c == '`')
            result += "\\(ga";
        else if (c == '\'')
            result += "\\(aq";
        else
            result += c;
    }
    return result;
}

/// The paragraphs of a text whose lines are already broken.
std::string paragraphs(const std::string& text) {
    std::string result = roff(text);
    for (std::size_t at = 0; (at = result.find("\n\n", at)) != std::string::npos; at += 5)
        result.replace(at, 2, "\n.PP\n");
    return result + "\n";
}

std::string head_of(const OptionLine& option) {
    std::string head;
    for (const std::string& spelling : option.spellings)
        head += fmt::format("{}\\fB{}\\fR", head.empty() ? "" : ", ", roff(spelling));
    if (!option.value.empty()) head += fmt::format("{}\\fI{}\\fR", head.empty() ? "" : " ", roff(option.value));
    return head;
}

std::string entry(const OptionLine& option) {
    std::string text = option.description;
    if (!option.initial.empty()) text += fmt::format(" (default: {})", option.initial);
    return fmt::format(".TP\n{}\n{}.\n", head_of(option), roff(text));
}

std::string synopsis(const CommandLine& command) {
    std::string line = fmt::format("\\fBactlas {}\\fR", roff(command.name));
    for (const OptionLine& argument : command.arguments)
        line +=
            (argument.required ? " \\fI" : " [\\fI") + roff(argument.value) + (argument.required ? "\\fR" : "\\fR]");
    for (const OptionLine& option : command.options) {
        if (option.required) line += " " + head_of(option);
    }
    return line + " [\\fIOPTION\\fR...]\n";
}

constexpr std::string_view environment = R"(.TP
\fBACTLAS_FONT_PATH\fR
More folders to look for fonts in, with colons between them.
.TP
\fBNO_COLOR\fR
Where it is set and not empty, messages have no colours.
.TP
\fBCI\fR
Where it is set and not empty, no progress is shown.
.TP
\fBGITHUB_ACTIONS\fR
Where it is \fBtrue\fR, errors are also printed as annotations.
.TP
\fBSOURCE_DATE_EPOCH\fR
The date, in seconds since 1970, for the formats that must carry one.
.TP
\fBXDG_CACHE_HOME\fR
The folder of the user's caches, \fI~/.cache\fR unless it is set to an absolute path.
)";

constexpr std::string_view files = R"(.TP
\fI~/.cache/actlas/font\-digests\fR
The SHA\-256 digests of fonts that have not changed since. It may be deleted at any time.
)";

std::string man_page(const CLI::App& app) {
    const std::vector<CommandLine> commands = command_lines(app);
    std::string page = fmt::format(".\\\" Made by `actlas man`.\n.TH ACTLAS 1 \"\" \"actlas {}\" \"User Commands\"\n"
                                   ".SH NAME\nactlas \\- the activation\\-function atlas\n.SH SYNOPSIS\n",
                                   ACTLAS_VERSION);
    for (const CommandLine& command : commands)
        page += synopsis(command) + ".br\n";
    page += ".SH DESCRIPTION\n" + paragraphs(app.get_description());
    page += ".SH OPTIONS\n";
    for (const OptionLine& option : program_line(app).options)
        page += entry(option);
    page += ".SH COMMANDS\n";
    for (const CommandLine& command : commands) {
        page += fmt::format(".SS {}\n{}.\n", roff(command.name), roff(command.description));
        for (const auto* lines : {&command.arguments, &command.options}) {
            for (const OptionLine& option : *lines)
                page += entry(option);
        }
    }
    page += ".SH EXIT STATUS\n" + paragraphs(app.get_footer());
    page += fmt::format(".SH ENVIRONMENT\n{}.SH FILES\n{}", environment, files);
    return page;
}

} // namespace

void add_man(CLI::App& app, const Console& console) {
    auto* command = app.add_subcommand("man", "Print the manual page, for man and groff");
    command->callback([&app, &console] { console.result(man_page(app)); });
}

} // namespace actlas::cli
