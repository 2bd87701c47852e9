#include "report/listed.hpp"

#include "report/model.hpp"
#include "report/vector_model.hpp"

namespace actlas::report {

std::vector<Listed> listed(const std::vector<const analysis::Study*>& studies,
                           const std::vector<const analysis::VectorStudy*>& vectors) {
    std::vector<Listed> list;
    for (const analysis::Study* study : studies)
        list.push_back({&study->activation, activation_page(study->activation.id)});
    for (const analysis::VectorStudy* study : vectors)
        list.push_back({&study->activation.about, vector_page(study->activation.about.id)});
    return list;
}

} // namespace actlas::report
