/* Reads single places of virtual screens straight from their memory (Xvfb -fbdir), at a steady rate, and writes a line
 * whenever one of them has changed. Neither the player nor the X server notices.
 *
 *   sampler SECONDS HZ PROBE...        SECONDS 0: until SIGTERM, or its parent's end
 *
 * A probe is KIND:X:Y:LENGTH:FILE, FILE being the screen's memory:
 *   mark  24 cells of LENGTH x LENGTH px in a row, light for 1, most significant first: the number they make;
 *         -1 where a cell is neither light nor dark, -2 where all are black
 *   row   a number that changes when any of the LENGTH pixels from there to the right does
 *   tone  the green of the pixel, 0 to 255
 *
 * Lines: "<monotonic ns> <value of each probe>", and "! <monotonic ns> <ns>" where a thread that sleeps on each
 * processor woke that much too late: what the machine stood still. The last line is "= <looks> <looks that came late>
 * <1 where real-time priority was granted>".
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { CELLS = 24, MOST_PROBES = 8, DARK = 96, LIGHT = 160, BLACK = 12, PULSE_NS = 2000000, PAUSE_NS = 5000000 };

struct probe {
    char kind;
    int x, y, length;
    const uint8_t *origin;
    size_t row_bytes;
};

static volatile sig_atomic_t stopping;

static void stop(int number) {
    (void)number;
    stopping = 1;
}

static int64_t now_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static void sleep_until(int64_t ns) {
    struct timespec t = {ns / 1000000000, ns % 1000000000};
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, NULL);
}

static int green(const struct probe *p, int right) {
    return p->origin[(size_t)p->y * p->row_bytes + (size_t)(p->x + right) * 4 + 1];
}

static int64_t value_of(const struct probe *p) {
    if (p->kind == 't') return green(p, 0);
    if (p->kind == 'r') {
        uint32_t sum = 2166136261u;
        for (int i = 0; i < p->length; i++) sum = (sum ^ (uint32_t)green(p, i)) * 16777619u;
        return sum;
    }
    struct probe middle = *p;
    middle.y += p->length / 2;
    int64_t number = 0;
    int black = 0, unclear = 0;
    for (int i = 0; i < CELLS; i++) {
        int level = green(&middle, i * p->length + p->length / 2);
        black += level < BLACK;
        unclear |= level > DARK && level < LIGHT;
        number = number << 1 | (level >= LIGHT);
    }
    return black == CELLS ? -2 : unclear ? -1 : number;
}

static int open_screen(struct probe *p, const char *file) {
    struct stat found;
    int fd = open(file, O_RDONLY);
    if (fd < 0 || fstat(fd, &found)) return 0;
    const uint8_t *memory = mmap(NULL, (size_t)found.st_size, PROT_READ, MAP_SHARED, fd, 0);
    close(fd);
    if (memory == MAP_FAILED) return 0;
    uint32_t head[20]; /* of X's window dump format, big-endian */
    memcpy(head, memory, sizeof head);
    if (ntohl(head[11]) != 32) return 0;
    p->row_bytes = ntohl(head[12]);
    p->origin = memory + ntohl(head[0]) + ntohl(head[19]) * 12;
    return 1;
}

static int read_probe(struct probe *p, const char *text) {
    char kind[8];
    int taken = 0;
    if (sscanf(text, "%7[a-z]:%d:%d:%d:%n", kind, &p->x, &p->y, &p->length, &taken) != 4 || !taken) return 0;
    p->kind = kind[0];
    return strchr("mrt", p->kind) && open_screen(p, text + taken);
}

static int hurry(void) {
    struct sched_param most = {.sched_priority = 20};
    return pthread_setschedparam(pthread_self(), SCHED_FIFO, &most) == 0;
}

static void *feel_pulse(void *number) {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET((int)(intptr_t)number, &one);
    pthread_setaffinity_np(pthread_self(), sizeof one, &one);
    hurry();
    while (!stopping) {
        int64_t due = now_ns() + PULSE_NS;
        sleep_until(due);
        int64_t woke = now_ns();
        if (woke - due > PAUSE_NS) printf("! %lld %lld\n", (long long)woke, (long long)(woke - due));
    }
    return NULL;
}

int main(int count, char **words) {
    struct probe probes[MOST_PROBES];
    int64_t last[MOST_PROBES];
    int n = count - 3;
    if (n < 1 || n > MOST_PROBES) return fprintf(stderr, "usage: sampler SECONDS HZ KIND:X:Y:LENGTH:FILE...\n"), 2;
    for (int i = 0; i < n; i++) {
        last[i] = INT64_MIN;
        if (!read_probe(&probes[i], words[i + 3])) return fprintf(stderr, "cannot read %s\n", words[i + 3]), 2;
    }
    signal(SIGTERM, stop);
    prctl(PR_SET_PDEATHSIG, SIGTERM); /* whoever asked for it may be interrupted before it is stopped */
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    for (long core = 0; core < cores; core++) {
        pthread_t thread;
        pthread_create(&thread, NULL, feel_pulse, (void *)(intptr_t)core);
    }
    int urgent = hurry();
    int64_t step = (int64_t)(1e9 / atof(words[2])), due = now_ns(), looks = 0, late = 0;
    int64_t end = atof(words[1]) > 0 ? due + (int64_t)(atof(words[1]) * 1e9) : INT64_MAX;
    for (int64_t now = due; now < end && !stopping; now = now_ns()) {
        if (now - due > 3 * step) {
            late++;
            due = now;
        }
        int changed = 0;
        for (int i = 0; i < n; i++) {
            int64_t value = value_of(&probes[i]);
            changed |= value != last[i];
            last[i] = value;
        }
        if (changed) {
            flockfile(stdout); /* a pause must not be told in the middle of it */
            printf("%lld", (long long)now);
            for (int i = 0; i < n; i++) printf(" %lld", (long long)last[i]);
            putchar('\n');
            funlockfile(stdout);
        }
        looks++;
        due += step;
        sleep_until(due);
    }
    printf("= %lld %lld %d\n", (long long)looks, (long long)late, urgent);
    fflush(stdout);
    _exit(0);
}
