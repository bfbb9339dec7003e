// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/import/importdialog.h"

#include "core/files/filereader.h"
#include "gui/controls/plainlabel.h"
#include "gui/theme/theme.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

ImportDialog::ImportDialog(const Source &source, const std::vector<ImportRow::Content> &rows,
                           Accept takeChoices, QWidget *parent)
    : QDialog(parent), m_take(std::move(takeChoices)), m_scroll(new QScrollArea)
{
    setWindowTitle(tr("Import environments"));
    setMinimumWidth(Theme::length(u"dialogWidth"_s));
    auto *title = plainLabel(u"title"_s, source.title);
    title->setWordWrap(true);
    auto *intro
        = plainLabel(u"caption"_s, tr("Choose what to import. Keys go into the system keychain."));
    intro->setWordWrap(true);

    auto *list = new QWidget;
    list->setObjectName(u"column"_s);
    auto *cards = new QVBoxLayout(list);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(Theme::length(u"gap"_s));
    for (const ImportRow::Content &content : rows) {
        auto *row = new ImportRow(content);
        m_rows.push_back(row);
        cards->addWidget(row);
        connect(row, &ImportRow::changed, this, &ImportDialog::followRows);
        connect(row, &ImportRow::kindChosen, this,
                [this, index = m_rows.size() - 1](EnvironmentKind kind) {
                    Q_EMIT kindChosen(index, kind);
                });
    }
    addFootnotes(cards, source);
    cards->addStretch();
    m_scroll->setObjectName(u"scroll"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setSizeAdjustPolicy(QScrollArea::AdjustToContents);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(list);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_import->setProperty("primary", true);
    m_import->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::length(u"columnMargin"_s), Theme::length(u"columnTop"_s),
                               Theme::length(u"columnMargin"_s), Theme::length(u"columnTop"_s));
    layout->setSpacing(Theme::length(u"zoneGap"_s));
    layout->addWidget(title);
    layout->addWidget(intro);
    layout->addWidget(m_scroll, 1);
    const bool anyKeys = std::any_of(rows.cbegin(), rows.cend(),
                                     [](const auto &content) { return content.offer.hasKeys; });
    if (anyKeys) {
        auto *advice = plainLabel(
            u"small"_s,
            source.areSeveralFiles
                ? tr("The files still contain these keys in clear text. Delete the files, or "
                     "remove the keys from them, when you no longer need them.")
                : tr("The file still contains these keys in clear text. Delete the file, or remove "
                     "the keys from it, when you no longer need it."));
        advice->setWordWrap(true);
        layout->addWidget(advice);
    }
    layout->addWidget(buttons);
    followRows();

    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
}

// What was left out is told in a line that can be expanded.
void ImportDialog::addFootnotes(QLayout *cards, const Source &source)
{
    if (source.isCutOff) {
        auto *cutOff = plainLabel(
            u"small"_s,
            tr("There are more files. Tokeni looks at no more than %1 of them, or 32 MiB, at once.")
                .arg(ChosenFiles::maxFiles));
        cutOff->setWordWrap(true);
        cards->addWidget(cutOff);
    }
    if (source.leftOut.isEmpty())
        return;
    auto *expander
        = new QPushButton(tr("%n file(s) were left out", nullptr, int(source.leftOut.size())));
    expander->setObjectName(u"link"_s);
    expander->setCheckable(true);
    auto *list = plainLabel(u"small"_s, source.leftOut.join(u'\n'));
    list->setWordWrap(true);
    list->hide();
    cards->addWidget(expander);
    cards->setAlignment(expander, Qt::AlignLeft);
    cards->addWidget(list);
    connect(expander, &QPushButton::toggled, this, [this, expander, list](bool expanded) {
        list->setVisible(expanded);
        // Once the list has its place.
        QTimer::singleShot(
            0, this, [this, expander] { m_scroll->verticalScrollBar()->setValue(expander->y()); });
    });
}

void ImportDialog::setContent(std::size_t index, const ImportRow::Content &content)
{
    m_rows.at(index)->setContent(content);
}

void ImportDialog::accept()
{
    if (const auto problem = m_take(choices()))
        m_rows.at(problem->index)->showProblem(problem->text);
    else
        QDialog::accept();
}

std::vector<ImportDialog::Choice> ImportDialog::choices() const
{
    std::vector<Choice> chosen;
    for (std::size_t index = 0; index < m_rows.size(); ++index) {
        const ImportRow &row = *m_rows[index];
        if (row.choice().action != ImportOffer::Action::Skip)
            chosen.push_back({index, row.choice(), row.name()});
    }
    return chosen;
}

void ImportDialog::followRows()
{
    m_import->setEnabled(!choices().empty());
}

} // namespace tokeni
