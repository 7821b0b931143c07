using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Dashboards.Desk;

namespace SeizureIntel.Dashboards.Pages.Account;

/// <summary>One-time codes: turned on with the first one, and recovery codes for the day on which the telephone is gone.</summary>
internal sealed class CodesModel(PageDesk desk) : PageModel
{
    /// <summary>What is needed to set codes up; null where they are in use.</summary>
    public CodeOffer? Offer { get; private set; }

    /// <summary>The recovery codes just made, shown once; null for none.</summary>
    public IReadOnlyList<string>? Made { get; private set; }

    /// <summary>Recovery codes left.</summary>
    public int Left => desk.RecoveryCodesLeft(HttpContext);

    /// <summary>Whether the code that was typed does not fit.</summary>
    public bool IsWrong { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync() => Offer = await desk.CodesAsync(HttpContext);

    /// <summary>Takes a code.</summary>
    public async Task OnPostAsync(string? code)
    {
        Made = await desk.EnterCodeAsync(HttpContext, code ?? "");
        if (Made is not null)
            return;
        IsWrong = true;
        Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status400BadRequest;
        await OnGetAsync();
    }
}
