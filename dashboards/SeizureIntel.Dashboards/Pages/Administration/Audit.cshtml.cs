using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Workbench.Administration;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Dashboards.Pages.Administration;

/// <summary>Who asked and did what.</summary>
internal sealed class AuditModel(PageDesk desk, AdministrationDesk administration) : OfficePage(desk, administration)
{
    private readonly AdministrationDesk _administration = administration;
    private readonly PageDesk _desk = desk;

    /// <summary>The address.</summary>
    public PageAddress Address { get; private set; } = new("/administration/audit", []);

    /// <summary>What is asked.</summary>
    public AuditLogQuery Asked { get; private set; } = new();

    /// <summary>The records.</summary>
    public AuditLogAnswer Log { get; private set; } = new([], null);

    /// <summary>The same as a file.</summary>
    public string Export => new PageAddress("/api/v1/administration/audit.csv", Address.With("cursor", null).Pairs).ToString();

    /// <summary>The same as JSON.</summary>
    public string Twin => new PageAddress("/api/v1/administration/audit", Address.Pairs).ToString();

    /// <inheritdoc/>
    public override async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Address = PageAddress.Of(Request);
        try
        {
            Asked = Questions.Of<AuditLogQuery>(Address);
            Log = await _administration.AnswerAsync(_desk.ReaderOf(HttpContext), Asked, cancellationToken);
        }
        catch (Fault fault)
        {
            Problem = PageProblem.Of(fault);
            Response.StatusCode = Problem.Status;
        }
    }
}
