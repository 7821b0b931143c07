using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Ledgers;

namespace SeizureIntel.Dashboards.Pages.Routes;

/// <summary>What came into each country and what left it.</summary>
internal sealed class LedgerModel(PageDesk desk, LedgerDesk ledgers, RunningStudies running) : PageModel
{
    /// <summary>The files that a ledger is written as.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["csv", "xlsx", "json"];

    /// <summary>What was asked.</summary>
    public PageAddress Address { get; private set; } = new("/routes/ledger", []);

    /// <summary>The ledger; null where the question was not understood.</summary>
    public LedgerAnswer? Answer { get; private set; }

    /// <summary>What was not understood; null where all was.</summary>
    public PageProblem? Problem { get; private set; }

    /// <summary>Highest marking of what is shown; null where nothing is.</summary>
    public string? Marking { get; private set; }

    /// <summary>Asks what the address asks.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Address = PageAddress.Of(Request);
        Problem = await PageProblem.OfAsync(Response, () => AskAsync(desk.ReaderOf(HttpContext), cancellationToken));
    }

    /// <summary>The seizures of a leg.</summary>
    public string Records(string from, string to) => Address.At("/search").Plus("where", $"leg={from}>{to}").ToString();

    private async Task AskAsync(Reader reader, CancellationToken cancellationToken)
    {
        Answer = await ledgers.AnswerAsync(reader, Questions.Of<LedgerQuery>(Address), cancellationToken);
        Marking = await running.MarkingAsync(reader, Address, cancellationToken);
    }
}
