using System;
using System.Collections.Generic;
using System.Data.Common;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;
using SQLitePCL;

namespace SeizureIntel.Storage.Sqlite;

/// <summary>SQLite: one file with a write-ahead log, so that readers never wait and writers wait for each other.</summary>
/// <param name="connectionString">Names the file.</param>
/// <param name="busyTimeout">How long a writer waits for another one.</param>
/// <param name="time">Measures that wait.</param>
internal sealed class SqliteDialect(string connectionString, TimeSpan busyTimeout, TimeProvider time) : StoreDialect
{
    // Who reads goes through the pages once: the operating system has them.
    private const string Settings =
        "PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192; "
        + "PRAGMA journal_size_limit = 67108864;";

    // A wait inside SQLite cannot be cancelled, so a long one is made of short ones.
    private const int PatienceMilliseconds = 200;

    // How often transactions are begun anew because somebody wrote between the first and the last of them.
    private const int MostBeginnings = 5;

    // A connection is never used by two threads at once, so SQLite need not lock it at each of the hundred calls that a case takes.
    // Where SQLite is at work already, the setting is refused and everything goes on as before.
    static SqliteDialect()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
    }

    public override async Task<DbConnection> OpenAsync(bool create, CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(connectionString)
        {
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
        };
        if (create && Path.GetDirectoryName(Path.GetFullPath(file.DataSource)) is { } folder)
            Directory.CreateDirectory(folder);
        var connection = new SqliteConnection(file.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            Execute(connection, $"PRAGMA busy_timeout = {(long)busyTimeout.TotalMilliseconds}; {Settings}");
            if (create)
                Execute(connection, "PRAGMA journal_mode = WAL;");
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return connection;
    }

    public override SeizureContext Context(DbConnection connection) => new(Over(connection));

    public override DbContext Products(DbConnection connection) => new ProductContext(Over(connection));

    public override DbContext Accounts(DbConnection connection) => new AccountContext(Over(connection));

    public override DbContext Audit(DbConnection connection) => new AuditContext(Over(connection));

    public override async Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var sqlite = (SqliteConnection)connection;
        long start = time.GetTimestamp();
        Execute(sqlite, $"PRAGMA busy_timeout = {PatienceMilliseconds}");
        int before = sqlite.DefaultTimeout;
        sqlite.DefaultTimeout = 1;
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                try
                {
                    return sqlite.BeginTransaction(deferred: false);
                }
                catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_BUSY && time.GetElapsedTime(start) < busyTimeout)
                {
                    await Task.Yield();
                }
            }
        }
        finally
        {
            sqlite.DefaultTimeout = before;
            Execute(sqlite, $"PRAGMA busy_timeout = {(long)busyTimeout.TotalMilliseconds}");
        }
    }

    public override bool IsOutOfSpace(DbException failure) => failure is SqliteException { SqliteErrorCode: raw.SQLITE_FULL };

    public override DbTransaction BeginRead(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    public override async Task<SharedReads> BeginReadsAsync(int most, CancellationToken cancellationToken)
    {
        await using DbConnection watch = await OpenAsync(create: false, cancellationToken).ConfigureAwait(false);
        for (int beginnings = 0; most > 1 && beginnings < MostBeginnings; beginnings++)
        {
            // Whatever anybody commits changes this number.
            object? version = Ask((SqliteConnection)watch, "PRAGMA data_version");
            SharedReads reads = await SharedReads.BeginAsync(this, most, cancellationToken).ConfigureAwait(false);
            // A deferred transaction begins with its first look.
            foreach ((DbConnection connection, _) in reads.All)
                Ask((SqliteConnection)connection, "SELECT COUNT(*) FROM sqlite_master");
            if (Equals(Ask((SqliteConnection)watch, "PRAGMA data_version"), version))
                return reads;
            await reads.DisposeAsync().ConfigureAwait(false);
        }

        return await base.BeginReadsAsync(1, cancellationToken).ConfigureAwait(false);
    }

    // Deleted pages were overwritten (secure_delete), in the log: the file has them once the log is empty. A reader at work keeps it for a moment.
    public override async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(create: false, cancellationToken).ConfigureAwait(false);
        Execute((SqliteConnection)connection, "PRAGMA wal_checkpoint(TRUNCATE);");
    }

    public override BulkWriter Bulk(DbConnection connection, DbTransaction transaction) =>
        new SqliteBulkWriter((SqliteConnection)connection);

    public override RowSource Select(DbConnection connection, DbTransaction? transaction, string sql) =>
        new SqliteRowSource((SqliteConnection)connection, sql);

    public override async Task<IReadOnlySet<string>> AppliedMigrationsAsync(
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        var applied = new HashSet<string>(StringComparer.Ordinal);
        await using DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsHistory'";
        if (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is null)
            return applied;
        command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            applied.Add(reader.GetString(0));
        return applied;
    }

    public override async Task RunAsync(
        DbConnection connection,
        DbTransaction transaction,
        string script,
        CancellationToken cancellationToken
    )
    {
        await using DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = script;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static DbContextOptions Over(DbConnection connection) =>
        new DbContextOptionsBuilder().UseSqlite(connection).ReplaceService<IMigrationsSqlGenerator, SqliteSchema>().Options;

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
