using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Vocabularies;

namespace SeizureIntel.Dashboards.Pages.Concealment;

/// <summary>Where goods are hidden, and what is new.</summary>
internal sealed class ConcealmentModel(
    PageDesk desk,
    BulletinDesk studies,
    FilterReader filters,
    RunningStudies running,
    VocabularyDesk vocabularies
) : StudyPage(desk, studies, filters, running)
{
    /// <inheritdoc/>
    public override string Study => "concealment";

    /// <summary>The vocabulary with its counts; null where the study found nothing to look at, or still runs.</summary>
    public VocabularyAnswer? Vocabulary { get; private set; }

    /// <inheritdoc/>
    protected override async Task MoreAsync(CancellationToken cancellationToken) =>
        Vocabulary = await vocabularies.AnswerAsync(Reader, Questions.Of<VocabularyQuery>(Address), cancellationToken);
}
