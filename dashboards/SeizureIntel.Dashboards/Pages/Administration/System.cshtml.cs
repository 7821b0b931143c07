using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Workbench.Administration;
using SeizureIntel.Workbench.State;

namespace SeizureIntel.Dashboards.Pages.Administration;

/// <summary>How the system is, and of what versions.</summary>
internal sealed class SystemModel(PageDesk desk, AdministrationDesk administration, StateDesk state) : OfficePage(desk, administration)
{
    private readonly AdministrationDesk _administration = administration;
    private readonly PageDesk _desk = desk;

    /// <summary>How it is.</summary>
    public new SystemAnswer? Answer { get; private set; }

    /// <summary>What a comparison of store and index found; null where none was asked for.</summary>
    public VerifyAnswer? Verified { get; private set; }

    /// <summary>The name of the text that says how it is.</summary>
    public string StatusText =>
        Answer?.Health.Status switch
        {
            "ok" => "administration.ok",
            "behind" => "administration.behind",
            _ => "administration.failing",
        };

    /// <inheritdoc/>
    public override async Task OnGetAsync(CancellationToken cancellationToken) =>
        Answer = await _administration.SystemAsync(_desk.ReaderOf(HttpContext), new AdministrationQuery(), cancellationToken);

    /// <summary>Compares store and index, record by record.</summary>
    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken cancellationToken)
    {
        Verified = await state.VerifyAsync(_desk.ReaderOf(HttpContext), cancellationToken);
        await OnGetAsync(cancellationToken);
        return Page();
    }
}
