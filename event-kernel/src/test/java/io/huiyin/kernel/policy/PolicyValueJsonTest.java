package io.huiyin.kernel.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.huiyin.kernel.calendar.SpecialDay;
import io.huiyin.kernel.calendar.Years;
import io.huiyin.kernel.decide.FieldFault;
import io.huiyin.kernel.decide.InvalidInput;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A value is written in the shape it is read in, and what cannot be read says which field is wrong. */
class PolicyValueJsonTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final PolicyValue.Window MORNING = new PolicyValue.Window(LocalTime.of(9, 0), LocalTime.NOON);
    private static final PolicyValue.Window NIGHT = new PolicyValue.Window(LocalTime.of(18, 30), LocalTime.of(8, 0));
    private static final PolicyValue.Limit TWO_DAYS =
            new PolicyValue.Limit(Duration.ofDays(2), PolicyValue.CalendarKind.WORKING_DAYS);

    static Stream<Arguments> values() {
        return Stream.of(
                one(
                        new PolicyValue.Limit(Duration.ofHours(24), PolicyValue.CalendarKind.ELAPSED),
                        "{'limit':'PT24H','calendar':'elapsed'}"),
                one(TWO_DAYS, "{'limit':'P2D','calendar':'working-days'}"),
                one(new Term.Span(Period.ofMonths(3)), "{'period':'P3M'}"),
                one(new Term.Until(Term.End.END_OF_LIFE), "{'until':'end-of-life'}"),
                one(
                        new Named.Terms(Map.of("any", TWO_DAYS)),
                        "{'terms':{'any':{'limit':'P2D','calendar':'working-days'}}}"),
                one(new Named.Counts(Map.of("key", 2)), "{'counts':{'key':2}}"),
                one(new Named.Percents(Map.of("any", new BigDecimal("99.5"))), "{'percents':{'any':99.5}}"),
                one(
                        new Named.Amounts("CNY", Map.of("after-midnight", new BigDecimal("20")), Set.of("fine")),
                        "{'currency':'CNY','amounts':{'after-midnight':20},'unset':['fine']}"),
                one(
                        new Named.Waits(Map.of("caller", List.of(Period.ZERO, Period.ofDays(7)))),
                        "{'waits':{'caller':['P0D','P7D']}}"),
                one(
                        new Ranks(Map.of("low", 1, "high", 4), Map.of("product", List.of("high"))),
                        "{'ranks':{'low':1,'high':4},'subjects':{'product':['high']}}"),
                one(
                        new Steps(List.of(new Steps.Step("quality", TWO_DAYS))),
                        "{'steps':[{'department':'quality','limit':'P2D','calendar':'working-days'}]}"),
                one(
                        new Schedule(
                                Schedule.Every.QUARTER,
                                null,
                                List.of(Month.APRIL, Month.JULY),
                                10,
                                null,
                                LocalTime.of(17, 0),
                                true),
                        "{'every':'quarter','months':['april','july'],'day':10,'time':'17:00','earlierIfOff':true}"),
                one(
                        new Schedule(Schedule.Every.WEEK, null, List.of(), null, DayOfWeek.SUNDAY, null, false),
                        "{'every':'week','weekday':'sunday'}"),
                one(
                        new Schedule(Schedule.Every.OCCASION, Period.ofDays(1), List.of(), null, null, null, false),
                        "{'every':'occasion','within':'P1D'}"),
                one(
                        new Shifts(List.of(new Shifts.Shift("summer", NIGHT, MonthDay.of(5, 1)))),
                        "{'shifts':[{'name':'summer','window':'18:30-08:00','from':'05-01'}]}"),
                one(
                        new WorkingWeek(
                                ZoneId.of("Asia/Shanghai"),
                                "CN",
                                Map.of(DayOfWeek.MONDAY, List.of(MORNING)),
                                List.of(new WorkingWeek.Season(
                                        "winter",
                                        MonthDay.of(11, 1),
                                        MonthDay.of(3, 31),
                                        Map.of(DayOfWeek.FRIDAY, List.of(MORNING))))),
                        "{'zone':'Asia/Shanghai','holidays':'CN','week':{'monday':['09:00-12:00']},'seasons':"
                                + "[{'name':'winter','from':'11-01','to':'03-31','week':{'friday':['09:00-12:00']}}]}"),
                one(
                        new WorkingWeek(
                                ZoneId.of("Asia/Shanghai"),
                                null,
                                Map.of(DayOfWeek.MONDAY, List.of(MORNING)),
                                List.of(),
                                List.of(
                                        new WorkingWeek.Special(
                                                LocalDate.of(2027, 1, 1),
                                                LocalDate.of(2027, 1, 3),
                                                new SpecialDay.Closed("new year")),
                                        WorkingWeek.Special.on(
                                                LocalDate.of(2027, 1, 9),
                                                new SpecialDay.WorkingLike("make-up", DayOfWeek.MONDAY)),
                                        WorkingWeek.Special.on(
                                                LocalDate.of(2027, 2, 4),
                                                new SpecialDay.Working("stocktaking", List.of(MORNING)))),
                                new Years(2027, 2027)),
                        "{'zone':'Asia/Shanghai','week':{'monday':['09:00-12:00']},'days':["
                                + "{'from':'2027-01-01','to':'2027-01-03','closed':'new year'},"
                                + "{'date':'2027-01-09','like':'monday','name':'make-up'},"
                                + "{'date':'2027-02-04','working':['09:00-12:00'],'name':'stocktaking'}],"
                                + "'years':{'first':2027,'last':2027}}"),
                one(new PolicyValue.Names(List.of("low", "high")), "{'names':['low','high']}"),
                one(PolicyValue.NumberPattern.of("yyMM", 4), "{'datePattern':'yyMM','digits':4}"),
                one(
                        new PolicyValue.Target(new BigDecimal("3"), PolicyValue.Direction.AT_MOST),
                        "{'percent':3,'direction':'at-most'}"),
                one(new PolicyValue.Word("refile"), "{'choice':'refile'}"),
                one(new PolicyValue.Zone(ZoneId.of("Asia/Shanghai")), "{'zone':'Asia/Shanghai'}"),
                one(new PolicyValue.Count(6), "{'count':6}"),
                one(new PolicyValue.Range(0, 5), "{'lowest':0,'highest':5}"),
                one(new PolicyValue.Flag(true), "{'flag':true}"),
                one(new PolicyValue.ByName(Map.of("low", "agent")), "{'byName':{'low':'agent'}}"),
                one(
                        new PolicyValue.Tiers(
                                "EUR",
                                List.of(
                                        new PolicyValue.Tier("desk", new BigDecimal("1000")),
                                        new PolicyValue.Tier("board", null))),
                        "{'currency':'EUR','tiers':[{'role':'desk','upTo':1000},{'role':'board'}]}"),
                one(
                        new PolicyValue.CallWindow(List.of(MORNING), EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                        "{'windows':['09:00-12:00'],'days':['monday','friday']}"),
                one(new PolicyValue.None(), "{'none':true}"));
    }

    private static Arguments one(PolicyValue value, String json) {
        return Arguments.of(value, json.replace('\'', '"'));
    }

    @ParameterizedTest
    @MethodSource("values")
    void isReadAndWrittenAlike(PolicyValue value, String json) throws JsonProcessingException {
        assertEquals(value, PolicyValueJson.read(JSON.readTree(json)));
        assertEquals(json, PolicyValueJson.write(value).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'from':'2027-01-01','closed':'holiday'}                            | /days/0/to      | must be given
            {'date':'2027-02-29','closed':'holiday'}                            | /days/0/date    | must be a date that exists, such as 2026-10-01
            {'date':'2027-01-01','to':'2027-01-03','closed':'holiday'}          | /days/0         | has either a date, or from and to
            {'from':'2027-01-03','to':'2027-01-01','closed':'holiday'}          | /days/0         | to 2027-01-01 is before 2027-01-03
            {'from':'2027-01-03','to':'2107-01-01','closed':'holiday'}          | /days/0         | a special day is one of the years 2000 to 2100
            {'date':'2027-01-01'}                                               | /days/0         | is exactly one of closed, working, like
            {'date':'2027-01-01','closed':'holiday','like':'monday'}            | /days/0         | is exactly one of closed, working, like
            {'date':'2027-01-01','closed':'holiday','name':'new year'}          | /days/0         | closed tells the name
            {'date':'2027-01-01','closed':''}                                   | /days/0/closed  | must be a text of 1 to 500 characters
            {'date':'2027-01-01','like':'moonday','name':'make-up'}             | /days/0/like    | is none of monday, tuesday, wednesday, thursday, friday, saturday, sunday
            {'date':'2027-01-01','like':'monday'}                               | /days/0/name    | must be given
            {'date':'2027-01-01','working':[],'name':'make-up'}                 | /days/0         | make-up: a day worked needs a window
            {'date':'2027-01-01','working':['9-12'],'name':'make-up'}           | /days/0/working/0 | must be a window such as 09:00-12:00
            {'date':'2027-01-01','closed':'holiday','why':'so'}                 | /days/0/why     | is not a known field
            {'date':'2027-01-01','closed':'a'},{'date':'2027-01-01','closed':'b'} | /days/1       | 2027-01-01 is a special day already
            """)
    void saysWhichSpecialDayIsWrong(String days, String pointer, String detail) {
        saysWhichFieldIsWrong(
                "{'zone':'Asia/Shanghai','week':{'monday':['09:00-12:00']},'days':[" + days + "]}", pointer, detail);
    }

    @Test
    void whatIsLeftOutHasAMeaning() throws JsonProcessingException {
        assertEquals(
                new PolicyValue.Limit(Duration.ofHours(8), PolicyValue.CalendarKind.ELAPSED), read("{'limit':'PT8H'}"));
        assertEquals(new PolicyValue.Target(BigDecimal.TEN, PolicyValue.Direction.AT_LEAST), read("{'percent':10}"));
        assertEquals(
                new PolicyValue.Tiers("CNY", List.of(new PolicyValue.Tier("desk", null))),
                read("{'tiers':[{'role':'desk'}]}"));
        assertEquals(new PolicyValue.CallWindow(List.of(), Set.of()), read("{'windows':[],'days':[]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'limit':'one day'}                               | /limit           | must be a duration such as PT24H or P6D
            {'limit':24}                                      | /limit           | must be a duration such as PT24H or P6D
            {'limit':'PT1H','calendar':'lunar'}               | /calendar        | is none of elapsed, calendar-days, working, working-days
            {'limit':'PT1H','calender':'working'}             | /calender        | is not a known field
            {'limit':'-PT1H'}                                 | /                | a limit must not be negative
            {'limit':'PT36H','calendar':'working-days'}       | /                | a limit in days must be a whole number of them
            {'limit':'PT9999999H'}                            | /                | a limit must not be longer than a hundred years
            {'period':'PT3H'}                                 | /period          | must be a period such as P3M or P10D
            {'period':'-P3M'}                                 | /                | a period must not be negative
            {'period':'P101Y'}                                | /                | a period must not be longer than a hundred years
            {'until':'doomsday'}                              | /until           | is none of agreed-date, end-of-life, end-of-design-life, end-of-warranty
            {'terms':{'any':{'limit':'soon'}}}                | /terms/any/limit | must be a duration such as PT24H or P6D
            {'terms':{'any':'soon'}}                          | /terms/any       | must be an object
            {'terms':{'any':{}}}                              | /terms/any/limit | must be given
            {'terms':[]}                                      | /terms           | must be an object
            {'counts':{'key':'two'}}                          | /counts/key      | must be a whole number
            {'counts':{'key':-2}}                             | /                | a count must not be negative
            {'percents':{'any':'most'}}                       | /percents/any    | must be a number
            {'percents':{'any':-1}}                           | /                | a percentage must not be negative
            {'amounts':{'fine':20},'unset':['fine']}          | /                | an amount is either set or not
            {'amounts':{'fine':-20}}                          | /                | an amount must not be negative
            {'currency':'XYZW','amounts':{}}                  | /currency        | must be a currency such as CNY
            {'waits':{'caller':[]}}                           | /                | waits must not be negative, and the last of them not zero
            {'waits':{'caller':['P3D','P0D']}}                | /                | waits must not be negative, and the last of them not zero
            {'ranks':{'low':1,'high':1}}                      | /                | classes must have ranks from 1 to 4, each another
            {'ranks':{'low':5}}                               | /                | classes must have ranks from 1 to 4, each another
            {'ranks':{'low':1},'subjects':{'a':['high']}}     | /                | the classes of a subject must be some of the others
            {'steps':[{'limit':'P1D'}]}                       | /steps/0/department | must be given
            {'steps':[{'department':'a','limit':'P1D'},{'department':'a','limit':'P1D'}]} | / | a department has one step
            {'every':'moon'}                                  | /every           | is none of occasion, day, week, month, quarter, half-year, year
            {'every':'week','day':1}                          | /                | a day belongs to a month
            {'every':'month','day':32}                        | /                | a day of the month is one of 1 to 31
            {'every':'month','weekday':'monday'}              | /                | a weekday belongs to a week
            {'every':'month','months':['may']}                | /                | months belong to a quarter, half-year or year
            {'every':'month','within':'P1D'}                  | /                | within belongs to an occasion
            {'every':'occasion','time':'17:00'}               | /                | an occasion has no time of day
            {'every':'week','earlierIfOff':true}              | /                | earlierIfOff needs a day or weekday
            {'every':'week','weekday':'monday','time':'25:00'} | /time           | must be a time of the day such as 17:00
            {'shifts':[{'name':'a','window':'09:00-09:00'}]}  | /shifts/0/window | must be a window such as 09:00-12:00
            {'shifts':[{'name':'a','window':'09:00-12:00','from':'13-01'}]} | /shifts/0/from | must be a month and day such as 05-01
            {'shifts':[{'name':'a','window':'09:00-12:00','from':'10-01'},{'name':'b','window':'09:00-12:00','from':'05-01'}]} | / | seasons must follow each other in the year
            {'shifts':[{'name':'a','window':'09:00-12:00','from':'10-01'},{'name':'b','window':'09:00-12:00'}]} | / | either all shifts begin on a day of the year or none
            {'shifts':[{'name':'a','window':'09:00-12:00'},{'name':'a','window':'13:00-14:00'}]} | / | the name of a shift stands twice
            {'zone':'Asia/Shanghai','week':{'moonday':['09:00-12:00']}} | /week/moonday | is no day of the week
            {'zone':'Asia/Shanghai','week':{'monday':['09:00-12:00','11:00-13:00']}} | / | windows of a day must not overlap
            {'zone':'Asia/Shanghai','week':{'monday':[]}}     | /                | a week must have a window
            {'zone':'Asia/Shanghai','holidays':'China','week':{'monday':['09:00-12:00']}} | / | holidays are those of a country such as CN
            {'zone':'Asia/Shanghai','week':{'monday':['09:00-12:00']},'years':{'first':2028,'last':2027}} | /years | years from 2028 to 2027 are none
            {'zone':'Mars/Olympus'}                           | /zone            | must be a time zone such as Asia/Shanghai
            {'names':['low','low']}                           | /                | a name stands twice
            {'names':[1]}                                     | /names/0         | must be a text of 1 to 500 characters
            {'names':['']}                                    | /names/0         | must be a text of 1 to 500 characters
            {'datePattern':'bbbb','digits':4}                 | /datePattern     | must be a pattern of dates such as yyMM
            {'datePattern':'yyMM'}                            | /digits          | must be given
            {'datePattern':'yyMM','digits':0}                 | /datePattern     | must be a pattern of dates such as yyMM
            {'percent':'most'}                                | /percent         | must be a number
            {'percent':3,'direction':'up'}                    | /direction       | is none of at-least, at-most, below
            {'choice':true}                                   | /choice          | must be a text of 1 to 500 characters
            {'count':'many'}                                  | /count           | must be a whole number
            {'count':1.5}                                     | /count           | must be a whole number
            {'count':-1}                                      | /                | a count must not be negative
            {'lowest':5,'highest':5}                          | /                | the lowest must be below the highest
            {'flag':'yes'}                                    | /flag            | must be true or false
            {'byName':{'low':1}}                              | /byName/low      | must be a text of 1 to 500 characters
            {'tiers':[{'role':'desk','upTo':1000}]}           | /                | tiers must have rising bounds, and the last none
            {'tiers':[{'role':'a','upTo':2},{'role':'b','upTo':1},{'role':'c'}]} | / | tiers must have rising bounds, and the last none
            {'tiers':[]}                                      | /                | there must be a tier
            {'windows':['09:00-12:00']}                       | /                | windows need days, and days windows
            {'windows':['09:00'],'days':['monday']}           | /windows/0       | must be a window such as 09:00-12:00
            {'windows':['09:00-25:00'],'days':['monday']}     | /windows/0       | must be a window such as 09:00-12:00
            {'none':false}                                    | /                | none is true or not given at all
            {'how':'much'}                                    | /                | is no value of a known type
            []                                                | /                | is no value of a known type
            """)
    void saysWhichFieldIsWrong(String json, String pointer, String detail) {
        InvalidInput invalid = assertThrows(InvalidInput.class, () -> read(json));
        assertEquals(List.of(new FieldFault(pointer, detail)), invalid.faults());
    }

    @Test
    void namesEveryFaultAtOnce() {
        InvalidInput invalid =
                assertThrows(InvalidInput.class, () -> read("{'tiers':[{'role':1},{'rank':2}],'currency':7,'x':1}"));
        assertEquals(
                List.of("/x", "/currency", "/tiers/0/role", "/tiers/1/rank", "/tiers/1/role"),
                invalid.faults().stream().map(FieldFault::pointer).toList());
    }

    @Test
    void aNamedValueFallsBackToAny() {
        Named.Counts counts = new Named.Counts(Map.of("key", 2, "any", 1));
        assertEquals(2, counts.of("key").orElseThrow());
        assertEquals(1, counts.of("other").orElseThrow());
        assertEquals(true, new Named.Counts(Map.of("key", 2)).of("other").isEmpty());
    }

    @Test
    void classesRiseByTheirRankAndASubjectMayHaveFewer() {
        Ranks ranks = new Ranks(
                Map.of("serious", 3, "minor", 1, "medium", 2), Map.of("product", List.of("serious", "minor")));
        assertEquals(List.of("minor", "medium", "serious"), ranks.names());
        assertEquals(List.of("minor", "serious"), ranks.namesOf("product"));
        assertEquals(List.of("minor", "medium", "serious"), ranks.namesOf("service"));
        PolicyValues values = new PolicyValues("TEST", Map.of("a", new PolicyValues.Entry(ranks, 1, "TEST")));
        assertEquals(List.of("minor", "medium", "serious"), values.names("a").names());
    }

    private static PolicyValue read(String json) throws JsonProcessingException {
        JsonNode node = JSON.readTree(json.replace('\'', '"'));
        return PolicyValueJson.read(node);
    }
}
