using Sluice.Testing;

namespace Sluice.Generators.Tests.ObjectClass;

public sealed class ObjectClassSnapshotTests
{
    internal const string Record = """
        using Sluice;

        namespace Demo;

        [ObjectClass(ObjectClasses.Account, Description = "A person with a login.")]
        public sealed partial record Person(
            [Uid] string Id,
            [Name] string Login,
            string? Mail,
            [Enabled] bool Enabled);
        """;

    internal const string Class = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using Sluice;

        namespace Demo;

        public enum Kind { Permanent, Temporary }

        public abstract class Entry
        {
            [Uid] public Guid Id { get; init; }

            [ObjectAttribute(NotCreatable = true, NotUpdateable = true)]
            public DateTimeOffset Changed { get; set; }
        }

        public static partial class Directory
        {
            [ObjectClass("employee")]
            public partial class Employee : Entry
            {
                [Name] public required string Login { get; init; }

                [Password] public GuardedString? Password { get; set; }

                [ObjectAttribute("employeeKind", Description = "How long the \"contract\" lasts.")]
                public Kind Kind { get; init; } = Kind.Temporary;

                public ImmutableArray<Kind> FormerKinds { get; init; } = [];

                [ObjectAttribute(AttributeNames.Groups)]
                public List<string>? MemberOf { get; set; }

                [ObjectAttribute(NotReturnedByDefault = true)]
                public byte[]? Photo { get; set; }

                public decimal Salary { get; set; } = decimal.One + 1;

                public string Display => $"{Login} ({Kind})";

                [Ignore] public object? Tag { get; set; }
            }
        }
        """;

    internal const string Oblivious = """
        #nullable disable
        using Sluice;

        [ObjectClass("group")]
        partial class @class
        {
            private @class([Uid, Name] int @int, long @long = 9007199254740993, double ratio = -0.5)
            {
                (Int, Long, Ratio) = (@int, @long, ratio);
            }

            public int Int { get; }
            public long Long { get; }
            public double Ratio { get; }
            public string @event { get; private set; }
            public string[] Members { get; set; }

            [System.Obsolete] public bool? Old { get; set; }
        }
        """;

    [Test]
    public void ARecord() => Snapshot.Match(GeneratorRun.Of(new ObjectClassGenerator(), Record));

    [Test]
    public void AClassWithABaseInAnother() => Snapshot.Match(GeneratorRun.Of(new ObjectClassGenerator(), Class));

    [Test]
    public void AnObliviousClassOfKeywords() => Snapshot.Match(GeneratorRun.Of(new ObjectClassGenerator(), Oblivious, new() { Nullable = false }));
}
