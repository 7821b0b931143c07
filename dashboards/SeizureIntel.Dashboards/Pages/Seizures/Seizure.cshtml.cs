using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Seizures;

namespace SeizureIntel.Dashboards.Pages.Seizures;

/// <summary>Everything that is known of one seizure.</summary>
internal sealed class SeizureModel(PageDesk desk, SeizureDesk seizures, ProposalDesk proposals, SimilarDesk similar, ScopeLists lists)
    : PageModel
{
    private const int MostSimilar = 10;

    /// <summary>What was asked.</summary>
    public PageAddress Address { get; private set; } = new("/", []);

    /// <summary>What is shown; null where there is no such seizure.</summary>
    public SeizureView? Shown { get; private set; }

    /// <summary>Seizures that share most with it; null until its place is filled.</summary>
    public SimilarAnswer? Similar { get; private set; }

    /// <summary>Why there is nothing, or why something was not done; null for no reason.</summary>
    public PageProblem? Problem { get; private set; }

    /// <summary>Whether the reader may decide on what is proposed.</summary>
    public bool MayDecide => desk.ActorOf(HttpContext).May("decide");

    /// <summary>The same answer as JSON.</summary>
    public string Twin => "/api/v1" + Address.Path;

    /// <summary>Asks for the seizure; for those that are like it only where their place is filled.</summary>
    public async Task OnGetAsync(string id, CancellationToken cancellationToken)
    {
        Address = PageAddress.Of(Request);
        Reader reader = desk.ReaderOf(HttpContext);
        Problem = await PageProblem.OfAsync(Response, async () =>
        {
            SeizureAnswer found = await seizures.AnswerAsync(reader, new SingleSeizureQuery { Id = id }, cancellationToken);
            Shown = new SeizureView(found, lists);
            if (Address.One("fill") == "similar")
                Similar = await similar.AnswerAsync(reader, new SimilarQuery { Id = id, Size = MostSimilar }, cancellationToken);
        });
    }

    /// <summary>Accepts or refuses what is proposed, or takes that back.</summary>
    public async Task<IActionResult> OnPostDecideAsync(string id, CancellationToken cancellationToken)
    {
        if (!MayDecide)
            return Forbid();
        Problem = await PageProblem.OfAsync(Response, () =>
            proposals.DecideAsync(
                desk.ReaderOf(HttpContext),
                desk.ActorOf(HttpContext),
                id,
                Forms.Of<ProposalToDecide>(Request),
                cancellationToken
            )
        );
        return Problem is null ? LocalRedirect("/seizures/" + Uri.EscapeDataString(id)) : Page();
    }
}
