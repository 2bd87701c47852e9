#include "formula/code_shared.hpp"

#include "formula/code_guard.hpp"
#include "formula/printers.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace actlas::formula {

namespace {

class Shared {
public:
    Shared(const Expr& expr, CodeLanguage language) : language_(language) {
        if (node_count(expr) > large_formula) return;
        count(expr, 1);
        collect(expr);
    }

    std::vector<Expr> all() && { return std::move(all_); }

private:
    static bool is_plain(const Expr& expr) { return expr.operands().empty(); }

    static bool has_call(const Expr& expr) {
        return expr.kind() == Kind::call || expr.kind() == Kind::choice ||
               std::any_of(expr.operands().begin(), expr.operands().end(), has_call);
    }

    bool is_worth_it(const Expr& expr, int times) const {
        if (is_plain(expr) || !depends_on_variable(expr)) return false;
        if (has_call(expr)) return times > 1;
        return node_count(expr) > 4 ? times > 1 : times > 2;
    }

    /// C++ writes small powers as products.
    int uses_of_base(const Expr& power) const {
        const Expr& exponent = power.operand(1);
        const bool small = exponent.is_number(2) || exponent.is_number(3) || exponent.is_number(4);
        return language_ == CodeLanguage::cpp && small ? 3 : 1;
    }

    /// A minus sign has no variable of its own: sums write it as a difference.
    void count(const Expr& expr, int times) {
        if (expr.kind() == Kind::negate) return count(expr.operand(0), times);
        int& known = counts_[to_source(expr)];
        const bool seen = known > 0;
        known += times;
        if (seen) return;
        for (std::size_t i = 0; i < expr.operands().size(); ++i)
            count(expr.operand(i), expr.kind() == Kind::power && i == 0 ? uses_of_base(expr) : 1);
    }

    void collect(const Expr& expr) {
        if (expr.kind() == Kind::negate) return collect(expr.operand(0));
        if (!visited_.insert(to_source(expr)).second) return;
        for (const Expr& operand : expr.operands())
            collect(operand);
        if (is_worth_it(expr, counts_.at(to_source(expr)))) all_.push_back(expr);
    }

    CodeLanguage language_;
    std::map<std::string, int> counts_;
    std::set<std::string> visited_;
    std::vector<Expr> all_;
};

} // namespace

std::vector<Expr> shared_subformulas(const Expr& expr, CodeLanguage language) {
    return Shared(expr, language).all();
}

} // namespace actlas::formula
