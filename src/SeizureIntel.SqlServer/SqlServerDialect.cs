using System;
using System.Collections.Generic;
using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SeizureIntel.Storage.Engines;
using SeizureIntel.Storage.Model;

namespace SeizureIntel.SqlServer;

/// <summary>SQL Server: readers see what was committed when they began and never wait; loads wait for each other, everything else goes on.</summary>
/// <param name="connectionString">Names server and database.</param>
/// <param name="patience">How long a load waits for another one.</param>
internal class SqlServerDialect(string connectionString, TimeSpan patience) : StoreDialect
{
    private const string ApplicationLock = """
        DECLARE @result int;
        EXEC @result = sp_getapplock @Resource = @numbering, @LockMode = N'Exclusive', @LockOwner = N'Transaction',
            @LockTimeout = @patience;
        SELECT @result;
        """;

    private const string State = """
        SELECT collation_name, snapshot_isolation_state, is_read_committed_snapshot_on FROM sys.databases WHERE database_id = DB_ID()
        """;

    // A row that somebody else is just taking is passed over, and nobody takes one that this transaction looks at.
    private const string Takeables = "SELECT * FROM [outbox] WITH (UPDLOCK, READPAST, ROWLOCK)";

    // sys.messages: 4060 cannot open the database, 1801 it exists already; 1101 and 1105 no room in a filegroup, 9002 none in the log.
    private const int NoDatabase = 4060;
    private const int DatabaseExists = 1801;
    private static readonly int[] OutOfSpace = [1101, 1105, 9002];

    public override async Task<DbConnection> OpenAsync(bool create, CancellationToken cancellationToken)
    {
        // Cases are read with their children side by side over one connection.
        var builder = new SqlConnectionStringBuilder(connectionString) { MultipleActiveResultSets = true };
        try
        {
            return await ConnectAsync(builder, create, cancellationToken).ConfigureAwait(false);
        }
        catch (SqlException absent) when (create && absent.Number == NoDatabase)
        {
            await CreateDatabaseAsync(builder, cancellationToken).ConfigureAwait(false);
            return await ConnectAsync(builder, create, cancellationToken).ConfigureAwait(false);
        }
    }

    public override SeizureContext Context(DbConnection connection) => ContextOver(connection);

    public override DbContext Products(DbConnection connection) => ContextOver(connection);

    public override DbContext Accounts(DbConnection connection) => ContextOver(connection);

    public override DbContext Audit(DbConnection connection) => ContextOver(connection);

    public override async Task<T> AttemptAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var context = new SqlServerContext(new DbContextOptionsBuilder().UseSqlServer().Options);
        return await new StoreRetries(context)
            .ExecuteAsync(work, (_, each, stop) => each(stop), null, cancellationToken)
            .ConfigureAwait(false);
    }

    public override IQueryable<OutboxRow> Takeable(SeizureContext context) => context.Outbox.FromSqlRaw(Takeables);

    public override async Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);

    public override async Task HoldNumberingAsync(
        DbConnection connection,
        DbTransaction transaction,
        Numbering numbering,
        CancellationToken cancellationToken
    )
    {
        await using DbCommand command = Command(connection, transaction, ApplicationLock);
        DbParameter resource = command.CreateParameter();
        resource.ParameterName = "@numbering";
        resource.Value = $"seizureintel-{numbering}";
        command.Parameters.Add(resource);
        DbParameter wait = command.CreateParameter();
        wait.ParameterName = "@patience";
        wait.Value = (int)patience.TotalMilliseconds;
        command.Parameters.Add(wait);
        // 0 granted at once, 1 after waiting, below 0 not at all.
        if (Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture) < 0)
            throw new TimeoutException(
                $"Another process has been writing for {patience.TotalSeconds} seconds (Storage:BusyTimeoutSeconds)."
            );
    }

    public override bool IsOutOfSpace(DbException failure) => failure is SqlException sql && OutOfSpace.Contains(sql.Number);

    public override DbTransaction BeginRead(DbConnection connection) => connection.BeginTransaction(IsolationLevel.Snapshot);

    public override BulkWriter Bulk(DbConnection connection, DbTransaction transaction) =>
        new SqlServerBulkWriter((SqlConnection)connection, (SqlTransaction)transaction);

    public override RowSource Select(DbConnection connection, DbTransaction? transaction, string sql) =>
        new SqlServerRowSource(Command(connection, transaction, sql));

    public override async Task<IReadOnlySet<string>> AppliedMigrationsAsync(
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        var applied = new HashSet<string>(StringComparer.Ordinal);
        await using DbCommand command = Command(connection, transaction, "SELECT OBJECT_ID(N'[__EFMigrationsHistory]')");
        if (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is null or DBNull)
            return applied;
        command.CommandText = "SELECT [MigrationId] FROM [__EFMigrationsHistory]";
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
        foreach (string batch in Batches(script))
        {
            await using DbCommand command = Command(connection, transaction, batch);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The batches of a script, which end at lines that say <c>GO</c>: a word of the tools, not of the server.</summary>
    internal static IEnumerable<string> Batches(string script)
    {
        var batch = new List<string>();
        foreach (string line in script.Split('\n'))
        {
            if (!line.Trim().Equals("GO", StringComparison.OrdinalIgnoreCase))
            {
                batch.Add(line);
                continue;
            }

            if (batch.Exists(l => l.Trim().Length > 0))
                yield return string.Join('\n', batch);
            batch.Clear();
        }

        if (batch.Exists(l => l.Trim().Length > 0))
            yield return string.Join('\n', batch);
    }

    /// <summary>What makes a database that keeps the truth.</summary>
    internal static string CreationOf(string database)
    {
        string name = '[' + database.Replace("]", "]]", StringComparison.Ordinal) + ']';
        return $"""
            CREATE DATABASE {name} COLLATE {SqlServerContext.Collation};
            ALTER DATABASE {name} SET ALLOW_SNAPSHOT_ISOLATION ON;
            ALTER DATABASE {name} SET READ_COMMITTED_SNAPSHOT ON;
            """;
    }

    /// <summary>Why a database cannot keep the truth as it is set; null where it can.</summary>
    internal static string? Unfit(string? collation, bool hasSnapshots, bool readsSnapshots) =>
        collation != SqlServerContext.Collation
            ? $"The database's collation is {collation}; {SqlServerContext.Collation} is needed, for codes differ by case. Make it anew with COLLATE."
        : !hasSnapshots || !readsSnapshots
            ? "Snapshot isolation is off, so readers would wait for a load; ALTER DATABASE … SET ALLOW_SNAPSHOT_ISOLATION ON and READ_COMMITTED_SNAPSHOT ON."
        : null;

    private static SqlServerContext ContextOver(DbConnection connection)
    {
        var context = new SqlServerContext(
            new DbContextOptionsBuilder()
                // Retries stand around the whole work, transaction included (AttemptAsync), never around a statement of it.
                .UseSqlServer(connection, o => o.ExecutionStrategy(d => new NonRetryingExecutionStrategy(d)))
                .Options
        );
        // Savepoints and several results at once exclude each other, and a transaction is given up whole anyway.
        context.Database.AutoSavepointsEnabled = false;
        return context;
    }

    private static async Task<DbConnection> ConnectAsync(
        SqlConnectionStringBuilder builder,
        bool isChecked,
        CancellationToken cancellationToken
    )
    {
        var connection = new SqlConnection(builder.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            if (isChecked)
                await CheckAsync(connection, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task CheckAsync(SqlConnection connection, CancellationToken cancellationToken)
    {
        await using DbCommand command = Command(connection, null, State);
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        // 1: allowed.
        if (Unfit(reader[0] as string, Convert.ToInt32(reader[1], CultureInfo.InvariantCulture) == 1, reader.GetBoolean(2)) is { } reason)
            throw new InvalidOperationException(reason);
    }

    private static async Task CreateDatabaseAsync(SqlConnectionStringBuilder builder, CancellationToken cancellationToken)
    {
        string database = builder.InitialCatalog;
        await using var master = new SqlConnection(
            new SqlConnectionStringBuilder(builder.ConnectionString) { InitialCatalog = "master" }.ConnectionString
        );
        await master.OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await using DbCommand command = Command(master, null, CreationOf(database));
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SqlException exists) when (exists.Number == DatabaseExists)
        {
            // Another process was faster.
        }
    }

    // Without a limit of its own: a count over all seizures takes as long as it takes, and the caller can stop it.
    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql)
    {
        DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return command;
    }
}
