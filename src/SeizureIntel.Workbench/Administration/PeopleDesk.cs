using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.Auditing;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Workbench.Administration;

/// <summary>What administrators do with people, offices and keys; each of it is audited.</summary>
/// <param name="desk">Makes accounts and keys.</param>
/// <param name="accounts">Keeps them.</param>
/// <param name="audit">Where it is written down.</param>
/// <param name="codes">Names of regions.</param>
/// <param name="time">The clock.</param>
public sealed class PeopleDesk(AccountDesk desk, IAccountStore accounts, IAuditLog audit, CodeListSet codes, TimeProvider time)
{
    private const int HoursADay = 24;

    /// <summary>Makes an account.</summary>
    /// <returns>Its first password, which is kept nowhere.</returns>
    /// <exception cref="Fault">The name is taken or none, or a contributor would see more than one country.</exception>
    public async Task<SecretAnswer> AddAsync(Actor actor, PersonToAdd person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        string officeId = OfficeId(person.Office);
        Office office = await accounts.FindOfficeAsync(officeId, cancellationToken) ?? new(officeId, officeId, Countries(person.Region));
        OneCountry(person.Role, office);
        (Account account, string password) = await desk.AddAsync(
            person.Name?.Trim() ?? "",
            person.Role,
            office,
            MarkingOf(person.Marking) ?? Marking.Amber,
            cancellationToken
        );
        await NoteAsync(actor, "add_account", account.Name, $"role={account.Role} office={office.Id}", cancellationToken);
        return new SecretAnswer(account.Name, password, AccountDesk.FirstPasswordLife.TotalHours);
    }

    /// <summary>Changes role, office or marking, or closes; the sessions of the account end.</summary>
    /// <exception cref="Fault">There is no such account or office, or it is the actor's own.</exception>
    public async Task ChangeAsync(Actor actor, string name, PersonChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(change);
        if (name == actor.Name)
            throw Fault.Usage("own_account", "This is your own account.", "Another administrator changes it, so that one always remains.");
        Account account = await accounts.FindAccountByNameAsync(name, cancellationToken)
            ?? throw Fault.Usage("account_unknown", $"There is no account '{name}'.", "/administration lists them.");
        string officeId = change.Office is { Length: > 0 } wanted ? wanted : account.OfficeId;
        Office office = await accounts.FindOfficeAsync(officeId, cancellationToken)
            ?? throw Fault.Usage("unknown_office", $"There is no office '{officeId}'.", "/administration/offices lists them.");
        Role role = change.Role ?? account.Role;
        OneCountry(role, office);
        await desk.ChangeAsync(
            name,
            a =>
                a with
                {
                    Role = role,
                    OfficeId = office.Id,
                    Ceiling = MarkingOf(change.Marking) ?? a.Ceiling,
                    IsClosed = change.Close || a.IsClosed,
                    PasswordHash = change.Close ? null : a.PasswordHash,
                },
            cancellationToken
        );
        await NoteAsync(
            actor,
            change.Close ? "close_account" : "change_account",
            account.Name,
            $"role={role} office={office.Id}",
            cancellationToken
        );
    }

    /// <summary>Gives an account a new first password; its sessions, lock and one-time codes end.</summary>
    /// <returns>The password, which is kept nowhere.</returns>
    public async Task<SecretAnswer> ResetAsync(Actor actor, string name, CancellationToken cancellationToken)
    {
        string password = await desk.ResetAsync(name, cancellationToken);
        await NoteAsync(actor, "reset_account", name, "", cancellationToken);
        return new SecretAnswer(name, password, AccountDesk.FirstPasswordLife.TotalHours);
    }

    /// <summary>Keeps an office; what its people see changes with their next request.</summary>
    public async Task SaveOfficeAsync(Actor actor, string id, OfficeChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        string officeId = OfficeId(id);
        var office = new Office(officeId, string.IsNullOrWhiteSpace(change.Name) ? officeId : change.Name.Trim(), Countries(change.Region));
        foreach (Account person in (await accounts.AccountsAsync(cancellationToken)).Where(a => a.OfficeId == officeId && !a.IsClosed))
            OneCountry(person.Role, office);
        await accounts.SaveOfficeAsync(office, cancellationToken);
        await NoteAsync(
            actor,
            "save_office",
            officeId,
            office.Countries is { } countries ? "countries=" + string.Join(',', countries) : "countries=all",
            cancellationToken
        );
    }

    /// <summary>Makes a key.</summary>
    /// <returns>The key, which is kept nowhere.</returns>
    public async Task<SecretAnswer> AddKeyAsync(Actor actor, KeyToAdd wanted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        (ApiKey key, string shown) = await desk.AddKeyAsync(
            wanted.Owner?.Trim() ?? "",
            string.IsNullOrWhiteSpace(wanted.Name) ? "key" : wanted.Name.Trim(),
            wanted.Scope,
            wanted.Days,
            cancellationToken
        );
        await NoteAsync(actor, "add_key", key.Id, string.Join(' ', key.Scopes), cancellationToken);
        return new SecretAnswer(key.Id, shown, wanted.Days * HoursADay);
    }

    /// <summary>Ends a key at once.</summary>
    /// <exception cref="Fault">There is none of this id that could be revoked.</exception>
    public async Task RevokeKeyAsync(Actor actor, string id, CancellationToken cancellationToken)
    {
        if (!await accounts.RevokeKeyAsync(id, time.GetUtcNow(), cancellationToken))
            throw Fault.Usage("key_unknown", "There is no key of this id that could be revoked.", "/administration/keys lists them.");
        await NoteAsync(actor, "revoke_key", id, "", cancellationToken);
    }

    // Who may see what they sent and nothing else belongs to the service of one country.
    private static void OneCountry(Role role, Office office)
    {
        if (role == Role.Contributor && office.Countries is not { Count: 1 })
            throw Fault.Usage(
                "contributor_country",
                "A contributor belongs to the customs service of one country.",
                "Name an office of one country, or a new one with its country."
            );
    }

    private static string OfficeId(string? text)
    {
        string id = text?.Trim().ToLowerInvariant() ?? "";
        return id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_')
            ? id
            : throw Fault.Usage("office_name", "An office has a short name.", "Use 1 to 64 letters a to z, digits, '-' or '_'.");
    }

    private IReadOnlyList<string>? Countries(string? region) =>
        string.IsNullOrWhiteSpace(region) ? null : new RegionNames(codes).Countries(region.Trim());

    private static Marking? MarkingOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : MarkingText.Require(text.Trim());

    private Task NoteAsync(Actor actor, string action, string subject, string detail, CancellationToken cancellationToken) =>
        audit.AppendAsync([new AuditEntry(time.GetUtcNow(), actor.Name, action, subject, "done", detail)], cancellationToken);
}
