using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Coverage;
using SeizureIntel.Analytics.Overview;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Doubts;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Scorecards;

namespace SeizureIntel.Dashboards.Pages.Coverage;

/// <summary>Who reports what, when and how completely, and what it led to.</summary>
internal sealed class CoverageModel(
    PageDesk desk,
    BulletinDesk studies,
    FilterReader filters,
    RunningStudies running,
    ScorecardDesk scorecards,
    DoubtDesk doubts
) : StudyPage(desk, studies, filters, running)
{
    /// <inheritdoc/>
    public override string Study => "coverage";

    /// <inheritdoc/>
    public override string? Opening => "_Scorecards";

    /// <summary>The contributors that the reader sees, the most complete first; null while a study runs that they wait for.</summary>
    public IReadOnlyList<ScorecardAnswer>? Cards { get; private set; }

    /// <summary>The card of a reader who sees one country alone; null for others.</summary>
    public ScorecardAnswer? Own => Reader.Countries is { Count: 1 } ? Cards?.SingleOrDefault() : null;

    /// <summary>What decisions do to the counts; null for who does not decide.</summary>
    public DecisionEffect? Effect { get; private set; }

    /// <inheritdoc/>
    protected override async Task MoreAsync(CancellationToken cancellationToken)
    {
        if (Actor.May("decide"))
            Effect = await doubts.EffectAsync(Reader, cancellationToken);
        ScorecardsQuery asked = Questions.Of<ScorecardsQuery>(Address);
        (_, Cards) = await Running.AskAsync(
            Reader,
            Address,
            [OverviewStudy.Name, CoverageStudy.Name],
            stop => scorecards.AnswerAsync(Reader, asked, stop),
            cancellationToken
        );
    }
}
