# Draws a whole case from the twin. From the folder of the project:
#   ./altercor twin bench-tests/scenarios/start-and-wean.toml --csv case.csv --every 0.25 --signals \
#     arteries.pressure-mmhg,filter-outlet.pressure-mmhg,arterial-line.flow-ml-per-min,heart.flow-ml-per-min,\
#     reservoir.volume-ml,filter-outlet.temperature-celsius,veins.temperature-celsius,body.core-celsius,\
#     body.shell-celsius,patient.svo2-percent,arteries.haematocrit-percent,patient.oxygen-delivery-ml-per-min-m2,\
#     cardioplegia-line.flow-ml-per-min
#   gnuplot -e "csv='case.csv'; picture='case.png'" docs/pictures/whole-case.gp
set datafile separator ","
set terminal pngcairo size 1100,1250 font "sans,11"
set output picture
set multiplot layout 5,1 margins 0.075,0.83,0.045,0.965 spacing 0.028
set xrange [0:87]
set xtics 10 nomirror format ""
set ytics nomirror
set border 3
set grid ytics lc rgb "#e6e6e6" lt 1
set key at graph 1.012,1 left top Left reverse samplen 1.2 spacing 1.25
set arrow 1 from 1.5, graph 0 to 1.5, graph 1 nohead lc rgb "#b0b0b0" dt 3
set arrow 2 from 75, graph 0 to 75, graph 1 nohead lc rgb "#b0b0b0" dt 3
set label 1 "clamp on" at 1.9, graph 1.05 tc rgb "#707070"
set label 2 "clamp off" at 75.2, graph 1.05 tc rgb "#707070"
set label 3 "cooling" at 13, graph 1.05 tc rgb "#707070"
set label 4 "rewarming" at 41, graph 1.05 tc rgb "#707070"
# A sliding mean of some ten seconds, for what beats.
a = NaN; b = NaN
slow(x) = (a = (a == a) ? a + (x - a) / 40.0 : x)
calm(x) = (b = (b == b) ? b + (x - b) / 40.0 : x)
set ylabel "mmHg"
set yrange [0:320]
plot csv using ($1/60):3 every ::1 with lines lc rgb "#d08c60" lw 0.6 title "line pressure", \
     csv using ($1/60):2 every ::1 with lines lc rgb "#b3261e" lw 0.6 title "arterial pressure"
unset label 1; unset label 2; unset label 3; unset label 4
set ylabel "L/min"
set yrange [-0.5:8]
plot csv using ($1/60):(slow($5/1000)) every ::1 with lines lc rgb "#7a8794" lw 1.8 title "heart, mean", \
     csv using ($1/60):($4/1000) every ::1 with lines lc rgb "#b3261e" lw 0.6 title "arterial line", \
     csv using ($1/60):($14/1000) every ::1 with lines lc rgb "#6a4c93" lw 1 title "cardioplegia"
set ylabel "mL"
set yrange [0:1600]
plot csv using ($1/60):6 every ::1 with lines lc rgb "#33658a" lw 1.4 title "reservoir"
set ylabel "°C"
set yrange [22:40]
plot csv using ($1/60):7 every ::1 with lines lc rgb "#b3261e" lw 1.4 title "arterial outlet", \
     csv using ($1/60):8 every ::1 with lines lc rgb "#33658a" lw 1.4 title "venous", \
     csv using ($1/60):9 every ::1 with lines lc rgb "#222222" lw 1.4 title "core", \
     csv using ($1/60):10 every ::1 with lines lc rgb "#222222" lw 1.2 dt 2 title "shell"
set xtics 10 nomirror format "%g"
set xlabel "minutes"
set ylabel "%, mL/min/m²/5"
set yrange [0:110]
plot csv using ($1/60):11 every ::1 with lines lc rgb "#33658a" lw 1.4 title "SvO₂ %", \
     csv using ($1/60):12 every ::1 with lines lc rgb "#b3261e" lw 1.4 title "haematocrit %", \
     csv using ($1/60):(calm($13/5)) every ::1 with lines lc rgb "#3b7a57" lw 1.4 title "DO₂i ÷ 5, mean"
