using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Workbench.Administration;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Dashboards.Pages.Administration;

/// <summary>A page of an administrator: what is there, and forms that change it. A secret stands in the answer to its form, and nowhere else.</summary>
internal abstract class OfficePage(PageDesk desk, AdministrationDesk administration) : PageModel
{
    /// <summary>People, offices and keys.</summary>
    public PeopleAnswer Answer { get; private set; } = new([], [], []);

    /// <summary>The secret that was just made; null for none.</summary>
    public SecretAnswer? Secret { get; private set; }

    /// <summary>Why something was not done; null for no reason.</summary>
    public PageProblem? Problem { get; protected set; }

    /// <summary>The reader's own name.</summary>
    public string Own => desk.ActorOf(HttpContext).Name;

    /// <summary>Asks for what is there.</summary>
    public virtual async Task OnGetAsync(CancellationToken cancellationToken) =>
        Answer = await administration.AnswerAsync(desk.ReaderOf(HttpContext), new AdministrationQuery(), cancellationToken);

    /// <summary>Does something and shows what it made.</summary>
    protected async Task<IActionResult> DoneAsync(Func<Actor, Task<SecretAnswer?>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        try
        {
            Secret = await change(desk.ActorOf(HttpContext));
            if (Secret is null)
                return LocalRedirect(Request.Path);
        }
        catch (Fault fault)
        {
            Problem = PageProblem.Of(fault);
            Response.StatusCode = Problem.Status;
        }

        await OnGetAsync(cancellationToken);
        return Page();
    }
}
