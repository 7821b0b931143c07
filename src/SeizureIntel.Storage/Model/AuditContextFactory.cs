using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SeizureIntel.Storage.Model;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model of the audit log without a store.</summary>
internal sealed class AuditContextFactory : IDesignTimeDbContextFactory<AuditContext>
{
    public AuditContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").Options);
}
