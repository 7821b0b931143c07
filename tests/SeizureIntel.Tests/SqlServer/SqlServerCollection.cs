using Xunit;

namespace SeizureIntel.Tests.SqlServer;

/// <summary>One server for all contracts.</summary>
[CollectionDefinition(Name)]
public sealed class SqlServerCollection : ICollectionFixture<SqlServerServer>
{
    public const string Name = "SQL Server";
}
