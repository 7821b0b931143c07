using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Watches;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Watches;

namespace SeizureIntel.Dashboards.Pages.Watches;

/// <summary>The search of the address, to be saved: with what a watch on it would have told.</summary>
internal sealed class NewWatchModel(PageDesk desk, WatchDesk watches) : PageModel
{
    private const int TrialDays = 90;

    /// <summary>The address.</summary>
    public PageAddress Address { get; private set; } = new("/watches/new", []);

    /// <summary>What a watch would have told; null where the search is none.</summary>
    public WatchTrialAnswer? Trial { get; private set; }

    /// <summary>Why nothing was saved or tried; null for no reason.</summary>
    public PageProblem? Problem { get; private set; }

    /// <summary>How it would tell.</summary>
    public (Digest Digest, int CooldownHours) Settings { get; private set; }

    /// <summary>Whether it is to tell at all.</summary>
    public bool IsWatch { get; private set; } = true;

    /// <summary>What stands in a field already.</summary>
    public string? Typed(string name) => Request.HasFormContentType ? Request.Form[name] : Address.One(name);

    /// <summary>Tries the search of the address.</summary>
    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        Address = PageAddress.Of(Request);
        IsWatch = Address.One("tried") is null || Address.One("watch") is not null;
        return TryAsync(cancellationToken);
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Address = PageAddress.Of(Request);
        try
        {
            SavedSearchAnswer saved = await watches.SaveAsync(
                desk.ReaderOf(HttpContext),
                desk.ActorOf(HttpContext),
                Forms.Of<SearchToSave>(Request),
                cancellationToken
            );
            return LocalRedirect("/watches/" + saved.Id);
        }
        catch (Fault fault)
        {
            IsWatch = Request.Form.ContainsKey("watch");
            await TryAsync(cancellationToken);
            Problem = PageProblem.Of(fault);
            Response.StatusCode = Problem.Status;
            return Page();
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken) => Problem = await PageProblem.OfAsync(Response, async () =>
        {
            WatchTrialQuery asked = Request.HasFormContentType
                ? Forms.Of<WatchTrialQuery>(Request)
                : Questions.Of<WatchTrialQuery>(Address);
            Settings = (asked.Digest, asked.CooldownHours);
            Trial = await watches.AnswerAsync(desk.ReaderOf(HttpContext), asked with { Days = TrialDays }, cancellationToken);
        });
}
