using Microsoft.EntityFrameworkCore.Metadata;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;

namespace SeizureIntel.Storage.Keeping;

/// <summary>The tables that are written and read in bulk.</summary>
internal sealed class Tables(IModel model)
{
    public Table<SubmissionRow> Submissions { get; } = Table<SubmissionRow>.Of(model);

    public Table<SubmissionCountryRow> SubmissionCountries { get; } = Table<SubmissionCountryRow>.Of(model);

    public Table<CaseRow> Cases { get; } = Table<CaseRow>.Of(model);

    public Table<SeizureRow> Seizures { get; } = Table<SeizureRow>.Of(model);

    public Table<SerialHashRow> SerialHashes { get; } = Table<SerialHashRow>.Of(model);

    public Table<RouteLegRow> Legs { get; } = Table<RouteLegRow>.Of(model);

    public Table<ConcealmentRow> Concealments { get; } = Table<ConcealmentRow>.Of(model);

    public Table<TokenRow> Tokens { get; } = Table<TokenRow>.Of(model);

    public Table<RejectionRow> Rejections { get; } = Table<RejectionRow>.Of(model);

    public Table<IssueRow> Issues { get; } = Table<IssueRow>.Of(model);
}
