using Microsoft.EntityFrameworkCore;

namespace SeizureIntel.Storage.Model;

/// <summary>The model of what people made of what came in, with the migrations of SQLite, where it is a file of its own.</summary>
internal sealed class ProductContext(DbContextOptions options) : DbContext(options)
{
    private const int IdLength = 64;
    private const int NameLength = 200;

    /// <summary>Adds the tables of products to a model.</summary>
    public static void AddTo(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BulletinRow>(row =>
        {
            row.ToTable("bulletins").HasKey(r => r.Id);
            row.Property(r => r.Id).HasMaxLength(IdLength).IsRequired();
        });
        modelBuilder.Entity<KeptSourceRow>(row =>
        {
            row.ToTable("sources").HasKey(r => r.Name);
            row.Property(r => r.Name).HasMaxLength(IdLength).IsRequired();
        });
        modelBuilder.Entity<SavedSearchRow>(row =>
        {
            row.ToTable("saved_searches").HasKey(r => r.Id);
            row.Property(r => r.Id).HasMaxLength(IdLength);
            row.Property(r => r.OfficeId).HasMaxLength(IdLength);
            row.Property(r => r.Name).HasMaxLength(NameLength);
            row.Property(r => r.SavedBy).HasMaxLength(IdLength);
            row.Property(r => r.Digest).HasMaxLength(IdLength);
            row.HasIndex(r => r.OfficeId);
        });
        modelBuilder.Entity<NoticeRow>(row =>
        {
            row.ToTable("notices").HasKey(r => r.Id);
            row.Property(r => r.Id).HasMaxLength(NameLength);
            row.Property(r => r.SearchId).HasMaxLength(IdLength);
            row.Property(r => r.SearchName).HasMaxLength(NameLength);
            row.Property(r => r.OfficeId).HasMaxLength(IdLength);
            row.Property(r => r.Ceiling).HasMaxLength(IdLength);
            row.Property(r => r.SeenBy).HasMaxLength(IdLength);
            row.HasIndex(r => new { r.OfficeId, r.At });
        });
        modelBuilder.Entity<DecisionRow>(row =>
        {
            row.ToTable("decisions").HasKey(r => new { r.SubjectId, r.Kind });
            row.Property(r => r.SubjectId).HasMaxLength(IdLength);
            row.Property(r => r.Kind).HasMaxLength(IdLength);
            row.Property(r => r.Choice).HasMaxLength(IdLength);
            row.Property(r => r.SubmissionId).HasMaxLength(IdLength);
            row.Property(r => r.ReportingCountry).HasMaxLength(IdLength);
            row.Property(r => r.Marking).HasMaxLength(IdLength);
            row.Property(r => r.DecidedBy).HasMaxLength(IdLength);
            row.Property(r => r.Code).HasMaxLength(IdLength);
        });
        modelBuilder.Entity<QuestionRow>(row =>
        {
            row.ToTable("questions").HasKey(r => r.Id);
            row.Property(r => r.Id).HasMaxLength(IdLength);
            row.Property(r => r.SeizureId).HasMaxLength(IdLength);
            row.Property(r => r.SubmissionId).HasMaxLength(IdLength);
            row.Property(r => r.ReportingCountry).HasMaxLength(IdLength);
            row.Property(r => r.Marking).HasMaxLength(IdLength);
            row.Property(r => r.AskedBy).HasMaxLength(IdLength);
            row.Property(r => r.AnsweredBy).HasMaxLength(IdLength);
        });
        ColumnNames.Give(modelBuilder.Model);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => AddTo(modelBuilder);
}
