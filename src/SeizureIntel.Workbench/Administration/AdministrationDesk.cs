using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.Auditing;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.State;
using SeizureIntel.Workbench.Studies.Kept;

namespace SeizureIntel.Workbench.Administration;

/// <summary>What administrators see: people, offices, keys, the audit log and the system.</summary>
/// <param name="accounts">People, offices, keys.</param>
/// <param name="audit">Who did what.</param>
/// <param name="state">How store and index are.</param>
/// <param name="submissions">What came in.</param>
/// <param name="index">Its version.</param>
/// <param name="sources">Reporting formats.</param>
/// <param name="codes">Code lists.</param>
/// <param name="editions">Their editions.</param>
/// <param name="lists">The name of their contents.</param>
/// <param name="time">The clock.</param>
public sealed class AdministrationDesk(
    IAccountStore accounts,
    IAuditLog audit,
    StateDesk state,
    ISubmissionStore submissions,
    ISeizureIndex index,
    SourceShelf sources,
    CodeListSet codes,
    ListEditions editions,
    ListsEdition lists,
    TimeProvider time
)
{
    private const int ExportRecords = 1000;
    private const int ShownDigits = 12;

    /// <summary>People, offices and keys.</summary>
    public async Task<PeopleAnswer> AnswerAsync(Reader reader, AdministrationQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        IReadOnlyList<Account> people = await accounts.AccountsAsync(cancellationToken);
        var names = people.ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        DateTimeOffset now = time.GetUtcNow();
        return new PeopleAnswer(
            [
                .. people.Select(a => new PersonAnswer(
                    a.Name,
                    a.Role,
                    a.OfficeId,
                    a.Ceiling.Label(),
                    a.IsClosed ? "closed"
                        : a.LockedUntil > now ? "locked"
                        : a.MustChangePassword ? "first_password"
                        : "open",
                    a.UsesCodes,
                    a.RecoveryCodes.Count,
                    a.CreatedAt
                )),
            ],
            [
                .. (await accounts.OfficesAsync(cancellationToken)).Select(o => new OfficeAnswer(
                    o.Id,
                    o.Name,
                    o.Countries,
                    people.Count(a => a.OfficeId == o.Id && !a.IsClosed)
                )),
            ],
            [
                .. (await accounts.KeysAsync(cancellationToken)).Select(k => new KeyAnswer(
                    k.Id,
                    k.Name,
                    names.GetValueOrDefault(k.AccountId, k.AccountId),
                    k.Scopes,
                    k.CreatedAt,
                    k.EndsAt,
                    k.RevokedAt,
                    k.IsValidAt(now)
                )),
            ]
        );
    }

    /// <summary>Records of the audit log.</summary>
    /// <exception cref="Fault">A date is none.</exception>
    public async Task<AuditLogAnswer> AnswerAsync(Reader reader, AuditLogQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        IReadOnlyList<AuditRecord> records = await audit.ReadAsync(Query(asked), cancellationToken);
        return new AuditLogAnswer(
            [.. records.Select(Answer)],
            records.Count == asked.Size && records[^1].Number > 1 ? records[^1].Number : null
        );
    }

    /// <summary>All records that a query asks for, newest first, whatever its size says.</summary>
    public async IAsyncEnumerable<AuditRecordAnswer> ExportAsync(
        AuditLogQuery asked,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(asked);
        AuditQuery query = Query(asked) with { Size = ExportRecords, Before = null };
        while (true)
        {
            IReadOnlyList<AuditRecord> records = await audit.ReadAsync(query, cancellationToken);
            foreach (AuditRecord record in records)
                yield return Answer(record);
            if (records.Count < ExportRecords)
                yield break;
            query = query with { Before = records[^1].Number };
        }
    }

    /// <summary>How the system is.</summary>
    public async Task<SystemAnswer> SystemAsync(Reader reader, AdministrationQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        IReadOnlyList<ReceivedSubmission> received = await submissions.SubmissionsAsync(reader, cancellationToken);
        ILookup<string, LoadReport> bySource = received.Select(r => r.Report).ToLookup(r => r.Submission.Source, StringComparer.Ordinal);
        string program = typeof(AdministrationDesk)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion
            ?? "";
        HealthAnswer health = await state.HealthAsync(reader, cancellationToken);
        string? version = health.Index.Ok ? await index.VersionAsync(cancellationToken) : null;
        return new SystemAnswer(
            health,
            [
                new("SeizureIntel", program),
                new(".NET", Environment.Version.ToString()),
                new("screening", NominalScreen.Version),
                new("code_lists", lists.Name[..ShownDigits]),
                new("index", version is null ? "" : version[..Math.Min(ShownDigits, version.Length)]),
            ],
            [
                .. (await sources.AllAsync(cancellationToken)).Select(s => new SourceEdition(
                    s.Name,
                    s.Title,
                    s.Publisher,
                    s.Edition,
                    bySource[s.Name].Count(),
                    bySource[s.Name].Select(r => (DateTimeOffset?)r.Submission.ReceivedAt).Max()
                )),
            ],
            [.. codes.Lists.Select(l => new ListEdition(l.Name, l.Codes.Count, editions.Of(l.Name).Edition, editions.Of(l.Name).Status))]
        );
    }

    private static AuditQuery Query(AuditLogQuery asked) =>
        new(
            Blank(asked.Actor),
            Blank(asked.Action),
            FilterReader.Day(asked.From, isEnd: false, "from") is { } from ? Moment(from) : null,
            FilterReader.Day(asked.To, isEnd: true, "to") is { } to ? Moment(to.AddDays(1)).AddTicks(-1) : null,
            asked.Cursor > 0 ? asked.Cursor : null,
            asked.Size
        );

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateTimeOffset Moment(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static AuditRecordAnswer Answer(AuditRecord record) =>
        new(
            record.Number,
            record.Entry.At,
            record.Entry.Actor,
            record.Entry.Action,
            record.Entry.Subject,
            record.Entry.Outcome,
            record.Entry.Detail,
            record.Hash
        );
}
